import type { AppError } from './errors';
import type { ConnectionState } from './model/connection';

/**
 * Returns why no command may be sent now, or `null` if it may: the shown state must be current, catching up or only
 * just interrupted. Stepping back is exempt. Used by main and windows.
 */
export function whyNotAct({ phase }: Pick<ConnectionState, 'phase'>): AppError | null {
  if (phase === 'signedOut') return { code: 'session.signedOut' };
  return phase === 'live' || phase === 'catchingUp' || phase === 'interrupted' ? null : { code: 'command.notLive' };
}

/** Returns whether commands may be sent in this connection phase: see `whyNotAct`. */
export function mayAct(phase: ConnectionState['phase']): boolean {
  return whyNotAct({ phase }) === null;
}

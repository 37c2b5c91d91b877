import type { AppError } from './errors';
import type { ConnectionState } from './model/connection';

/**
 * Returns why no command may be sent now, or `null` if it may: the shown state must be current or catching up. Stepping
 * back is exempt. Used by main and windows.
 */
export function whyNotAct({ phase }: Pick<ConnectionState, 'phase'>): AppError | null {
  if (phase === 'signedOut') return { code: 'session.signedOut' };
  return phase === 'live' || phase === 'catchingUp' ? null : { code: 'command.notLive' };
}

/** Returns whether commands may be sent in this connection phase: see `whyNotAct`. */
export function mayAct(phase: ConnectionState['phase']): boolean {
  return whyNotAct({ phase }) === null;
}

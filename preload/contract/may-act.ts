import type { AppError } from './errors';
import type { ConnectionState } from './model/connection';

/**
 * Returns why nothing may be requested of the server now, or `null` if it may: what is shown has to be the server's current
 * state, or catching up with it. Returning to monitoring is exempt. Main and windows both decide by this function.
 */
export function whyNotAct({ phase }: Pick<ConnectionState, 'phase'>): AppError | null {
  if (phase === 'signedOut') return { code: 'session.signedOut' };
  return phase === 'live' || phase === 'catchingUp' ? null : { code: 'command.notLive' };
}

/** Whether anything may be requested of the server in this phase of the connection: see `whyNotAct`. */
export function mayAct(phase: ConnectionState['phase']): boolean {
  return whyNotAct({ phase }) === null;
}

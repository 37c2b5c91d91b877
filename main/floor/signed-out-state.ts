import type { ConnectionState } from '../../preload/contract';
import type { CurrentSupervisor } from './events';

/** Who is at the console while nobody is signed in. */
export const noSupervisor: CurrentSupervisor = { userId: '', userName: '', nickname: '' };

export const initialConnection: ConnectionState = {
  phase: 'signedOut',
  reason: 'neverSignedIn',
  lastSuccessAt: null,
  nextAttemptAt: null,
};

import type { ConnectionState } from '../../preload/contract';
import type { CurrentSupervisor } from './events';

/** Identity while signed out. */
export const noSupervisor: CurrentSupervisor = { userId: '', userName: '', nickname: '' };

export const initialConnection: ConnectionState = {
  phase: 'signedOut',
  reason: 'neverSignedIn',
  lastSuccessAt: null,
  nextAttemptAt: null,
};

import type { ConnectionState } from '../../preload/contract';
import type { Self } from './events';

/** Who is at the console while nobody is signed in. */
export const nobody: Self = { userId: '', userName: '', nickname: '' };

export const neverConnected: ConnectionState = {
  phase: 'signedOut',
  reason: 'neverSignedIn',
  lastGoodAt: null,
  nextAttemptAt: null,
};

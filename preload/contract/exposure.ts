import type { Chat } from './model/chat';

/** Who in a chat can see the supervisor. `notConfirmed`: the server has not said, so it may be everyone. */
export type Exposure = 'hidden' | 'agents' | 'everyone' | 'notConfirmed';

const ofMode = { monitor: 'hidden', coach: 'agents', bargeIn: 'everyone' } as const;

/**
 * Hidden is only what the server confirmed, or a chat the supervisor is not in. A state that this version does not know may be
 * one that they are in. Main and windows both decide by this function.
 */
export function exposureIn({ state, mode }: Pick<Chat, 'state' | 'mode'>): Exposure {
  if (state !== 'active' && state !== 'unknown') return 'hidden';
  return mode === null ? 'notConfirmed' : ofMode[mode];
}

/** Anyone in the chat sees the supervisor, or may. */
export function mayBeSeen(chat: Pick<Chat, 'state' | 'mode'>): boolean {
  return exposureIn(chat) !== 'hidden';
}

/** The customer sees the supervisor, or may. */
export function mayBeSeenByCustomer(chat: Pick<Chat, 'state' | 'mode'>): boolean {
  const exposure = exposureIn(chat);
  return exposure === 'everyone' || exposure === 'notConfirmed';
}

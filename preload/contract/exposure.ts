import type { Chat } from './model/chat';

/** Who in a chat can see the supervisor. `notConfirmed`: the server has not reported it, so it may be everyone. */
export type Exposure = 'hidden' | 'agents' | 'everyone' | 'notConfirmed';

const ofMode = { monitor: 'hidden', coach: 'agents', bargeIn: 'everyone' } as const;

/**
 * Returns the exposure in a chat. `hidden` requires confirmation by the server, or a chat that the supervisor is not
 * in; an unknown state may be one they are in. Used by main and windows.
 */
export function exposureIn({ state, mode }: Pick<Chat, 'state' | 'mode'>): Exposure {
  if (state !== 'active' && state !== 'unknown') return 'hidden';
  return mode === null ? 'notConfirmed' : ofMode[mode];
}

/** Returns whether others in the chat see the supervisor, or may. */
export function mayBeSeen(chat: Pick<Chat, 'state' | 'mode'>): boolean {
  return exposureIn(chat) !== 'hidden';
}

/** Returns whether the customer sees the supervisor, or may. */
export function mayBeSeenByCustomer(chat: Pick<Chat, 'state' | 'mode'>): boolean {
  const exposure = exposureIn(chat);
  return exposure === 'everyone' || exposure === 'notConfirmed';
}

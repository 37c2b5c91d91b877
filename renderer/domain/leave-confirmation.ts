import type { Chat } from '../../preload/contract';
import { mayBeSeenByCustomer } from '../../preload/contract/exposure';

/**
 * Whether the customer's session ends with the supervisor's leaving: nobody else who answers the customer is there. As long
 * as the server did not say who takes part, nothing is claimed.
 */
export function isAloneWithCustomer(chat: Chat): boolean {
  const others = chat.participants.filter(({ kind }) => kind !== 'self');
  const isAnswered = others.some(
    ({ kind, visibility }) => kind === 'agent' || (kind === 'supervisor' && visibility === 'everyone'),
  );
  return others.some(({ kind }) => kind === 'customer') && !isAnswered;
}

/** Leaving asks only where it is seen by the customer, or where it cannot be undone for them. */
export function leaveNeedsConfirmation(chat: Chat): boolean {
  return chat.state === 'active' && (mayBeSeenByCustomer(chat) || isAloneWithCustomer(chat));
}

/** A chat that goes on ends for everybody with it; one that was left is only put away. */
export function completeNeedsConfirmation(chat: Chat): boolean {
  return chat.state === 'active' || chat.state === 'unknown';
}

/** Whether there is somebody to ask into it again after leaving: an agent who goes on with the customer. */
export function canJoinAgain(chat: Chat): boolean {
  return (
    chat.state === 'active' &&
    chat.agentId !== null &&
    chat.participants.some(({ kind, userId }) => kind === 'agent' && (userId === null || userId === chat.agentId))
  );
}

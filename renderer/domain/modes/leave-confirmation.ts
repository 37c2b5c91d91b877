import type { Chat } from '../../../preload/contract';
import { mayBeSeenByCustomer } from '../../../preload/contract/exposure';

/**
 * Whether the customer's session ends when the supervisor leaves: no one else serves the customer. False while the
 * participants are unknown.
 */
export function isAloneWithCustomer(chat: Chat): boolean {
  const isAnswered = chat.participants.some(
    ({ kind, visibility }) => kind === 'agent' || (kind === 'supervisor' && visibility === 'everyone'),
  );
  return chat.participants.some(({ kind }) => kind === 'customer') && !isAnswered;
}

/** Leaving needs confirmation only if the customer sees it or if it cannot be undone for them. */
export function leaveNeedsConfirmation(chat: Chat): boolean {
  return chat.state === 'active' && (mayBeSeenByCustomer(chat) || isAloneWithCustomer(chat));
}

/** Completing an active chat ends it for everyone; completing a left one only removes it. */
export function completeNeedsConfirmation(chat: Chat): boolean {
  return chat.state === 'active' || chat.state === 'unknown';
}

/** Whether the supervisor can join again after leaving: an agent remains with the customer. */
export function canJoinAgain(chat: Chat): boolean {
  return (
    chat.state === 'active' &&
    chat.agentId !== null &&
    chat.participants.some(({ kind, userId }) => kind === 'agent' && (userId === null || userId === chat.agentId))
  );
}

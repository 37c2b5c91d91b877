import { createHash } from 'node:crypto';
import type { CentreState } from './centre-state';
import type { Chat, Customer, Interaction } from './model';

export const CONTACT_KEY = 'ContactId';

/** The same customer is the same contact on every server and visit. */
export function contactIdOf({ firstName, lastName }: Customer): string {
  const digest = createHash('sha256').update(`${firstName} ${lastName}`.trim()).digest();
  const word = BigInt(`0x${digest.subarray(0, 10).toString('hex')}`)
    .toString(36)
    .toUpperCase();
  return `000F${word.padStart(12, '0').slice(-12)}`;
}

/** A chat as the history stores it. */
export function interactionOf(centre: CentreState, chat: Chat): Interaction {
  const { id, subject, receivedAt, finishedAt, userData, log } = chat;
  const agent = chat.parties.findLast(({ role, isConsulted }) => role === 'agent' && !isConsulted);
  const contactId = userData.get(CONTACT_KEY);
  return {
    ...{ id, subject, receivedAt, finishedAt, userData, log },
    mediaType: chat.medium === 'sms' ? 'smssession' : 'chat',
    contactId: typeof contactId === 'string' ? contactId : null,
    owner: centre.people.get(agent?.userId ?? '') ?? null,
  };
}

export function interactionsOfContact(centre: CentreState, contactId: string): Interaction[] {
  const played = [...centre.chats.values()].map((chat) => interactionOf(centre, chat));
  return [...played, ...centre.archive.values()].filter((interaction) => interaction.contactId === contactId);
}

import type { Chat, EntryKind, TranscriptEntry } from '../../../preload/contract';

/** What of a transcript holds somebody's words. */
const searchedKinds: ReadonlySet<EntryKind> = new Set<EntryKind>(['text', 'url', 'notice', 'customNotice']);

export function isSearched(entry: TranscriptEntry): boolean {
  return searchedKinds.has(entry.kind) && entry.text !== '';
}

/** A fact of a chat by name. The names of the people have names no customer datum can have. */
export const factNames = { customer: '\u0000customer', agent: '\u0000agent', people: '\u0000people' } as const;

/** What is known of a chat besides its words: who is in it, and the customer's data with their names. */
export function searchedFacts(chat: Chat): ReadonlyMap<string, string> {
  const facts = new Map<string, string>();
  const others = chat.participants.filter(({ kind }) => kind !== 'self').map(({ nickname }) => nickname);
  const put = (name: string, text: string): void => {
    if (text.trim() !== '') facts.set(name, text);
  };
  put(factNames.customer, chat.customerName ?? '');
  put(factNames.agent, chat.agentName ?? '');
  put(factNames.people, others.join(' · '));
  for (const { key, value } of chat.customerData) put(key, `${key} ${value ?? ''}`);
  return facts;
}

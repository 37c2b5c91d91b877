import type { Chat, EntryKind, TranscriptEntry } from '../../../preload/contract';

/** The text of an entry, if it has one. */
const searchedKinds: ReadonlySet<EntryKind> = new Set<EntryKind>(['text', 'url', 'notice', 'customNotice']);

export function isSearched(entry: TranscriptEntry): boolean {
  return searchedKinds.has(entry.kind) && entry.text !== '';
}

/** A fact of a chat by name. Participants use names that no customer field can have. */
export const factNames = { customer: '\u0000customer', agent: '\u0000agent', people: '\u0000people' } as const;

/** The searchable facts of a chat: its participants and its customer fields with their keys. */
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

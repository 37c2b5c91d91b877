import type { Chat, TranscriptEntry } from '../../../../preload/contract';
import { participant, seedChat } from '../../../support/renderer/seed-floor';

export function liveChat(changes: Partial<Chat> = {}): Chat {
  return { ...seedChat({ id: 'chat-1', customer: 'Kim Delacroix', agent: 'Ana Ruiz', receivedAt: 0 }), ...changes };
}

const authors = {
  customer: participant('customer', 'Kim Delacroix', 'everyone'),
  agent: participant('agent', 'Ana Ruiz', 'everyone'),
  self: participant('self', 'Sam', 'agents'),
  supervisor: participant('supervisor', 'Lena', 'everyone'),
  other: participant('other', 'Router', null),
} as const;

export function entry(
  index: number,
  by: keyof typeof authors,
  changes: Partial<TranscriptEntry> = {},
): TranscriptEntry {
  return {
    index,
    kind: 'text',
    author: authors[by],
    visibility: 'everyone',
    text: `line ${String(index)}`,
    at: index * 1_000,
    ...changes,
  };
}

import type { AttentionRule, AttentionSettings, Chat, TranscriptEntry } from '../../preload/contract';
import { listeningFor } from '../floor/attention/listening';
import { replay } from '../floor/attention/replay';
import type { WrittenChat } from './transcripts';

export interface JudgedChat {
  readonly id: string;
  readonly reasons: readonly {
    readonly rule: AttentionRule;
    /** Seconds on the clock of the transcript. */
    readonly at: number;
    /** Quoted text, if it is the reason. */
    readonly words: string | null;
  }[];
}

/** Replays each chat and lists the reasons that the customer did not take back, in order of time. */
export function judgedChats(chats: readonly WrittenChat[], settings: AttentionSettings): readonly JudgedChat[] {
  const listening = listeningFor(settings.phrases);
  return chats.map((written): JudgedChat => {
    const entries = entriesOf(written);
    const startedAt = entries[0]?.at ?? 0;
    const endsAt = Math.max(entries.at(-1)?.at ?? 0, (written.endsAt ?? -Infinity) * 1_000);
    const raised = replay({
      chat: chatOf(written.id, startedAt),
      transcript: { chatId: written.id, entries, gaps: [], typing: [] },
      agent: null,
      settings,
      language: written.language ?? null,
      listening,
      from: -Infinity,
      until: endsAt,
    });
    const reasons = [...raised]
      .filter(([, { isRelieved }]) => !isRelieved)
      .map(([rule, { at, reason }]) => ({ rule, at: at / 1_000, words: reason.words }))
      .sort((left, right) => left.at - right.at);
    return { id: written.id, reasons };
  });
}

const kinds = { customer: 'customer', agent: 'agent', system: 'other' } as const;

function entriesOf({ lines }: WrittenChat): readonly TranscriptEntry[] {
  return [...lines]
    .sort((left, right) => left.at - right.at)
    .map(({ at, from, text }, place) => ({
      index: place + 1,
      kind: 'text',
      author: { participantId: from, kind: kinds[from], nickname: from, userId: null, visibility: 'everyone' },
      visibility: 'everyone',
      text,
      at: Math.round(at * 1_000),
    }));
}

function chatOf(id: string, startedAt: number): Chat {
  return {
    id,
    medium: 'chat',
    state: 'active',
    mode: 'monitor',
    allowedActions: [],
    participants: [],
    customerName: null,
    agentId: null,
    agentName: null,
    customerData: [],
    receivedAt: startedAt,
    firstSeenAt: startedAt,
    endedAt: null,
  };
}

import type {
  Agent,
  AttentionRule,
  AttentionRuleSettings,
  AttentionSettings,
  Chat,
  Participant,
  ParticipantKind,
  TranscriptEntry,
  TranscriptGap,
} from '../../../preload/contract';
import type { RuleInput } from '../../../main/floor/attention/rule-input';
import { listeningFor, type Listening } from '../../../main/floor/attention/listening';
import { buildTrace } from '../../../main/floor/attention/traces/chat-trace';
import { defaultAttention } from '../../../main/settings/attention-settings';

/** Builders for what the attention rules look at. Times are seconds after `start`. */
export const start = Date.UTC(2026, 0, 5, 9, 0, 0);
export const at = (seconds: number): number => start + seconds * 1_000;

type Line = Partial<Pick<TranscriptEntry, 'kind' | 'visibility' | 'index'>> & { readonly by?: string };

const names: Partial<Record<ParticipantKind, string>> = { customer: 'Kim', agent: 'ana', self: 'sofia' };

export function line(kind: ParticipantKind, seconds: number, text: string, more: Line = {}): TranscriptEntry {
  const name = more.by ?? names[kind] ?? 'somebody';
  const userId = kind === 'customer' ? null : name;
  return {
    index: more.index ?? seconds + 1,
    kind: more.kind ?? 'text',
    author: { participantId: `part-${name}`, kind, nickname: name, userId, visibility: 'everyone' },
    visibility: more.visibility ?? 'everyone',
    text,
    at: at(seconds),
  };
}

export function gapBehind(afterIndex: number, fromSeconds: number, toSeconds: number): TranscriptGap {
  return { afterIndex, beforeIndex: null, from: at(fromSeconds), to: at(toSeconds) };
}

function person(kind: ParticipantKind, name: string): Participant {
  const userId = kind === 'customer' ? null : name;
  return { participantId: `part-${name}`, kind, nickname: name, userId, visibility: 'everyone' };
}

export const kim = person('customer', 'Kim');
export const ana = person('agent', 'ana');

export function chatFor(changes: Partial<Chat> = {}): Chat {
  return {
    id: 'c1',
    medium: 'chat',
    state: 'active',
    mode: 'monitor',
    allowedActions: [],
    participants: [kim, ana],
    customerName: 'Kim',
    agentId: 'ana',
    agentName: 'Ana',
    customerData: [],
    receivedAt: start,
    firstSeenAt: start,
    endedAt: null,
    ...changes,
  };
}

export function agentFor(changes: Partial<Agent> = {}): Agent {
  return {
    id: 'ana',
    userName: 'ana',
    name: 'Ana Ruiz',
    presence: 'ready',
    presenceText: null,
    groups: ['Billing'],
    chats: [],
    ...changes,
  };
}

/** The defaults with some rules turned another way. */
export function settingsWith(
  rules: Partial<Record<AttentionRule, Partial<AttentionRuleSettings>>> = {},
  others: Partial<Omit<AttentionSettings, 'rules'>> = {},
): AttentionSettings {
  const turned = { ...defaultAttention.rules };
  for (const rule of Object.keys(rules) as AttentionRule[]) turned[rule] = { ...turned[rule], ...rules[rule] };
  return { ...defaultAttention, ...others, rules: turned };
}

/** With its phrases ready. */
export function listeningOf({ phrases }: AttentionSettings): Listening {
  const listening = listeningFor(phrases);
  listening.prepare(Infinity);
  return listening;
}

/** Settings with these keywords of the supervisor in addition to the defaults. */
export function watchingFor(...words: string[]): AttentionSettings {
  const { phrases } = defaultAttention;
  return { ...defaultAttention, phrases: { ...phrases, watchedWords: { ...phrases.watchedWords, any: words } } };
}

const defaultListening = listeningFor(defaultAttention.phrases);

/** A chat as a rule sees it `seconds` after the start. */
export function viewAt(
  seconds: number,
  entries: readonly TranscriptEntry[],
  {
    gaps = [],
    settings = settingsWith(),
    ...others
  }: Partial<RuleInput> & { readonly gaps?: readonly TranscriptGap[] } = {},
): RuleInput {
  return {
    chat: chatFor(),
    trace: buildTrace(
      entries,
      gaps,
      settings.phrases === defaultAttention.phrases ? defaultListening : listeningOf(settings),
    ),
    typing: [],
    agent: agentFor(),
    aloneSince: null,
    now: at(seconds),
    settings,
    ...others,
  };
}

import type {
  Agent,
  AttentionExample,
  AttentionPreview,
  AttentionRule,
  AttentionSettings,
  Chat,
  Transcript,
} from '../../../preload/contract';
import { attentionRuleNames } from '../../../preload/contract/attention-rules';
import { replay } from './replay';
import type { Listening } from './listening';

export interface PreviewOptions {
  readonly chats: readonly Chat[];
  readonly transcripts: readonly Transcript[];
  readonly agents: readonly Agent[];
  readonly settings: AttentionSettings;
  readonly listening: Listening;
  readonly now: number;
  readonly pause: () => Promise<void>;
}

const periodMs = 3_600_000;
const maxExamples = 3;
const entriesPerTurn = 250;
const phrasesPerTurn = 300;

/** Returns what these settings would have flagged in the last hour, in the chats still listed. Works in small turns. */
export async function previewRules(options: PreviewOptions): Promise<AttentionPreview> {
  const { chats, transcripts, agents, settings, listening, now, pause } = options;
  const from = now - periodMs;
  const byChat = new Map(transcripts.map((transcript) => [transcript.chatId, transcript]));
  const byAgent = new Map(agents.map((agent) => [agent.id, agent]));
  const found = new Map<AttentionRule, AttentionExample[]>(attentionRuleNames.map((rule) => [rule, []]));
  const recentChats = chats.filter((chat) => chat.state !== 'invited' && (chat.endedAt ?? now) >= from);
  let chatsFlagged = 0;
  let lines = 0;
  while (!listening.prepare(phrasesPerTurn)) await pause();
  for (const chat of recentChats) {
    const transcript = byChat.get(chat.id);
    if (transcript === undefined) continue;
    lines += transcript.entries.length;
    if (lines > entriesPerTurn) {
      await pause();
      lines = transcript.entries.length;
    }
    const agent = chat.agentId === null ? null : (byAgent.get(chat.agentId) ?? null);
    const hits = replay({ chat, transcript, agent, settings, listening, from, until: now });
    if (hits.size > 0) chatsFlagged += 1;
    for (const [rule, { at, reason }] of hits) {
      found.get(rule)?.push({ chatId: chat.id, customerName: chat.customerName, at, reason });
    }
  }
  const summary = attentionRuleNames.map((rule) => lineOf(rule, found.get(rule) ?? []));
  return { from, chatsChecked: recentChats.length, chatsFlagged, lines: summary };
}

function lineOf(rule: AttentionRule, all: readonly AttentionExample[]): AttentionPreview['lines'][number] {
  const isHot = ({ reason }: AttentionExample): boolean => reason.severity === 'hot';
  const examples = [...all].sort((left, right) => Number(isHot(right)) - Number(isHot(left)) || right.at - left.at);
  return { rule, chatCount: all.length, hotCount: all.filter(isHot).length, examples: examples.slice(0, maxExamples) };
}

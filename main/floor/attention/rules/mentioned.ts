import type { AttentionReason } from '../../../../preload/contract';
import { reasonFrom, wordsLastMs, type ChatView } from '../chat-view';
import type { Mention } from '../traces/mentions';

/** Words of a list were said lately; the latest one is named. */
export function mentioned(
  rule: 'escalationWords' | 'watchedWords',
  view: ChatView,
  mentions: readonly Mention[],
): AttentionReason | null {
  const recent = mentions.filter(({ at }) => view.now - at < wordsLastMs);
  const last = recent.at(-1);
  if (last === undefined) return null;
  const evidence = { since: last.at, count: recent.length, words: last.phrase, entryIndex: last.entryIndex };
  return reasonFrom(rule, view, recent.length, evidence);
}

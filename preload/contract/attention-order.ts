import type { ChatAttention } from './model/attention';

/** Returns the chats that need attention, most urgent first, without fully acknowledged ones. */
export function attentionOrder(all: readonly ChatAttention[]): ChatAttention[] {
  return all.filter(needsSupervisor).sort(compareUrgency);
}

export function needsSupervisor(attention: ChatAttention): boolean {
  return attention.reasons.length > 0;
}

/** A total order: higher score, then older first reason, then id, so that equal chats never swap. */
export function compareUrgency(one: ChatAttention, other: ChatAttention): number {
  return (
    other.score - one.score ||
    (one.reasons[0]?.since ?? Infinity) - (other.reasons[0]?.since ?? Infinity) ||
    (one.chatId < other.chatId ? -1 : Number(one.chatId > other.chatId))
  );
}

/** Returns the position of a chat in `attentionOrder`, from 1; `null` if it does not need attention. */
export function placeInOrder(all: Iterable<ChatAttention>, chatId: string): number | null {
  const listed = [...all].filter(needsSupervisor);
  const own = listed.find((attention) => attention.chatId === chatId);
  return own === undefined ? null : 1 + listed.filter((other) => compareUrgency(other, own) < 0).length;
}

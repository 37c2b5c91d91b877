import { describe, expect, it } from 'vitest';
import type { ChatAttention } from '../../../preload/contract';
import { attentionOrder } from '../../../preload/contract/attention-order';

const attention = (chatId: string, score: number, since: number | null): ChatAttention => ({
  chatId,
  score,
  acknowledged: [],
  hasGap: false,
  unjoined: null,
  reasons: [{ rule: 'unanswered', severity: 'warm', since, count: 3, words: null, entryIndex: 1 }],
});
const order = (...all: ChatAttention[]): string[] => attentionOrder(all).map(({ chatId }) => chatId);

describe('attentionOrder', () => {
  it('puts the higher score first, however young its reason is', () => {
    expect(order(attention('a', 10, 1), attention('b', 20, 9))).toEqual(['b', 'a']);
  });

  it('puts the older first reason first when scores are equal', () => {
    const [younger, older] = [attention('a', 10, 2_000), attention('b', 10, 1_000)];
    expect(order(younger, older)).toEqual(['b', 'a']);
    expect(order(older, younger)).toEqual(['b', 'a']);
  });

  it('puts a reason without a beginning last, and orders equals by id', () => {
    expect(order(attention('b', 10, 5), attention('c', 10, null), attention('a', 10, 5))).toEqual(['a', 'b', 'c']);
  });

  it('leaves out chats of which all was handled', () => {
    expect(order({ ...attention('a', 10, 1), reasons: [] })).toEqual([]);
  });
});

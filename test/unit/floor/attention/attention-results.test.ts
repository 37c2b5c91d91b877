import { expect, it } from 'vitest';
import { AttentionResults } from '../../../../main/floor/attention/attention-results';
import type { ChatAttention } from '../../../../preload/contract';

const attentionOf = (chatId: string): ChatAttention => ({
  ...{ chatId, reasons: [], acknowledged: [], score: 0, hasGap: false, unjoined: null },
});

it('keeps the last result of each chat until it is removed, or all are', () => {
  const results = new AttentionResults();
  results.put(['c1', 'c2'].map((chatId) => ({ chatId, attention: attentionOf(chatId) })));
  results.put([{ chatId: 'c1', attention: null }]);
  expect(results.all).toEqual([attentionOf('c2')]);
  results.clear();
  expect(results.all).toEqual([]);
});

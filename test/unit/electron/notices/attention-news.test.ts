import { expect, it } from 'vitest';
import { AttentionNewsFinder } from '../../../../main/electron/notices/attention-news';
import { isWanted } from '../../../../main/electron/notices/chat-news';
import { noticeFor } from '../../../../main/electron/notices/notice-text';
import { defaultSettings } from '../../../../main/settings/settings-schema';
import type { ChatAttention, Snapshot } from '../../../../preload/contract';
import { chatOf, floorOf } from '../../../support/electron/floor-pictures';
import { attentionFor } from '../../../support/renderer/attentive-floor';

const waiting = (severity: 'hot' | 'warm') => attentionFor('1', { rule: 'customerWaiting', severity });
const floor = (...attention: ChatAttention[]): Snapshot => floorOf({ chats: [chatOf()], attention });
const news = { kind: 'needsYou', chatId: '1', agentName: 'Ana Souza', rule: 'customerWaiting' } as const;

it('tells a chat that turns hot once, and again when it has cooled down in between', () => {
  const finder = new AttentionNewsFinder();
  const pictures = [floor(), floor(waiting('warm')), floor(waiting('hot')), floor(waiting('hot')), floor()];
  expect([...pictures, floor(waiting('hot'))].map((picture) => finder.find(picture))).toEqual([
    [],
    [],
    [news],
    [],
    [],
    [news],
  ]);
});

it('tells nothing of what was hot at the sign-in, nor of what was seen to', () => {
  const finder = new AttentionNewsFinder();
  expect(finder.find(floor(waiting('hot')))).toEqual([]);
  const other = new AttentionNewsFinder();
  other.find(floor());
  const hot = waiting('hot');
  expect(other.find(floor({ ...hot, reasons: [], seenTo: hot.reasons }))).toEqual([]);
});

it('is wanted unless switched off or looked at', () => {
  expect(isWanted(news, defaultSettings, false)).toBe(true);
  expect(isWanted(news, defaultSettings, true)).toBe(false);
  expect(isWanted(news, { ...defaultSettings, notifyNeedsYou: false }, false)).toBe(false);
});

it('names the agent and the rule, and nothing that was said', () => {
  expect(noticeFor(news, 'win32')).toEqual({
    title: 'A chat needs you',
    body: 'In a chat of Ana Souza: the customer has waited too long.',
  });
});

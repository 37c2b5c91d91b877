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
  expect(isWanted(news, defaultSettings, false, 0)).toBe(true);
  expect(isWanted(news, defaultSettings, true, 0)).toBe(false);
  expect(isWanted(news, { ...defaultSettings, notifyNeedsYou: false }, false, 0)).toBe(false);
});

it('names the agent and the rule, and nothing that was said', () => {
  expect(noticeFor(news, 'win32')).toEqual({
    title: 'Chat needs attention',
    body: 'Chat with Ana Souza: the customer has been waiting too long.',
  });
});

it('is not wanted of a muted chat, nor before a snooze is over; a snooze until something new is over with it', () => {
  const aside = (until: 'broughtBack' | 'time' | 'news') => ({
    ...defaultSettings,
    setAside: [{ chatId: news.chatId, until, at: 1_000, after: null }],
  });
  expect(isWanted(news, aside('broughtBack'), false, 5_000)).toBe(false);
  expect(isWanted(news, aside('time'), false, 999)).toBe(false);
  expect(isWanted(news, aside('time'), false, 1_000)).toBe(true);
  expect(isWanted(news, aside('news'), false, 0)).toBe(true);
});

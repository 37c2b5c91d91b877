import { expect, it } from 'vitest';
import { AttentionAlertDetector } from '../../../main/notifications/attention-news';
import { isAlertEnabled } from '../../../main/notifications/chat-alert';
import { notificationText } from '../../../main/notifications/notification-text';
import { defaultSettings } from '../../../main/settings/settings-schema';
import type { ChatAttention, Snapshot } from '../../../preload/contract';
import { chatOf, floorOf } from '../../support/electron/floor-pictures';
import { attentionFor } from '../../support/renderer/attentive-floor';

const waiting = (severity: 'hot' | 'warm') => attentionFor('1', { rule: 'customerWaiting', severity });
const floor = (...attention: ChatAttention[]): Snapshot => floorOf({ chats: [chatOf()], attention });
const news = { kind: 'needsYou', chatId: '1', agentName: 'Ana Souza', rule: 'customerWaiting' } as const;

it('tells a chat that turns hot once, and again when it has cooled down in between', () => {
  const finder = new AttentionAlertDetector();
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
  const finder = new AttentionAlertDetector();
  expect(finder.find(floor(waiting('hot')))).toEqual([]);
  const other = new AttentionAlertDetector();
  other.find(floor());
  const hot = waiting('hot');
  expect(other.find(floor({ ...hot, reasons: [], acknowledged: hot.reasons }))).toEqual([]);
});

it('is wanted unless switched off or looked at', () => {
  expect(isAlertEnabled(news, defaultSettings, false, 0)).toBe(true);
  expect(isAlertEnabled(news, defaultSettings, true, 0)).toBe(false);
  expect(isAlertEnabled(news, { ...defaultSettings, notifyNeedsYou: false }, false, 0)).toBe(false);
});

it('names the agent and the rule, and nothing that was said', () => {
  expect(notificationText(news, 'win32')).toEqual({
    title: 'Chat needs attention',
    body: 'Chat with Ana Souza: the customer has been waiting too long.',
  });
});

it('is not wanted of a muted chat, nor before a snooze is over; a snooze until something new is over with it', () => {
  const aside = (until: 'broughtBack' | 'time' | 'news') => ({
    ...defaultSettings,
    setAside: [{ chatId: news.chatId, until, at: 1_000, after: null }],
  });
  expect(isAlertEnabled(news, aside('broughtBack'), false, 5_000)).toBe(false);
  expect(isAlertEnabled(news, aside('time'), false, 999)).toBe(false);
  expect(isAlertEnabled(news, aside('time'), false, 1_000)).toBe(true);
  expect(isAlertEnabled(news, aside('news'), false, 0)).toBe(true);
});

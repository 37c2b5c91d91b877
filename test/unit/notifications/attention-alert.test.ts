import { expect, it } from 'vitest';
import { AttentionAlertDetector } from '../../../main/notifications/attention-alert';
import { isAlertEnabled } from '../../../main/notifications/chat-alert';
import { notificationText } from '../../../main/notifications/notification-text';
import { defaultSettings } from '../../../main/settings/settings-schema';
import type { ChatAttention, Snapshot } from '../../../preload/contract';
import { chatOf, floorOf } from '../../support/electron/floor-pictures';
import { attentionFor } from '../../support/renderer/attentive-floor';

const waiting = (severity: 'hot' | 'warm') => attentionFor('1', { rule: 'customerWaiting', severity });
const floor = (...attention: ChatAttention[]): Snapshot => floorOf({ chats: [chatOf()], attention });
const alert = { kind: 'needsYou', chatId: '1', agentName: 'Ana Souza', rule: 'customerWaiting' } as const;

it('reports a chat that becomes hot once, and again after it cooled down', () => {
  const finder = new AttentionAlertDetector();
  const snapshots = [floor(), floor(waiting('warm')), floor(waiting('hot')), floor(waiting('hot')), floor()];
  expect([...snapshots, floor(waiting('hot'))].map((snapshot) => finder.find(snapshot))).toEqual([
    [],
    [],
    [alert],
    [],
    [],
    [alert],
  ]);
});

it('ignores what was hot at sign-in or is acknowledged', () => {
  const finder = new AttentionAlertDetector();
  expect(finder.find(floor(waiting('hot')))).toEqual([]);
  const other = new AttentionAlertDetector();
  other.find(floor());
  const hot = waiting('hot');
  expect(other.find(floor({ ...hot, reasons: [], acknowledged: hot.reasons }))).toEqual([]);
});

it('is shown unless disabled or in focus', () => {
  expect(isAlertEnabled(alert, defaultSettings, false, 0)).toBe(true);
  expect(isAlertEnabled(alert, defaultSettings, true, 0)).toBe(false);
  expect(isAlertEnabled(alert, { ...defaultSettings, notifyNeedsYou: false }, false, 0)).toBe(false);
});

it('names agent and rule, and no chat text', () => {
  expect(notificationText(alert, 'win32')).toEqual({
    title: 'Chat needs attention',
    body: 'Chat with Ana Souza: the customer has been waiting too long.',
  });
});

it('is not shown for a muted or snoozed chat; something new ends a snooze', () => {
  const aside = (until: 'broughtBack' | 'time' | 'news') => ({
    ...defaultSettings,
    setAside: [{ chatId: alert.chatId, until, at: 1_000, after: null }],
  });
  expect(isAlertEnabled(alert, aside('broughtBack'), false, 5_000)).toBe(false);
  expect(isAlertEnabled(alert, aside('time'), false, 999)).toBe(false);
  expect(isAlertEnabled(alert, aside('time'), false, 1_000)).toBe(true);
  expect(isAlertEnabled(alert, aside('news'), false, 0)).toBe(true);
});

import { expect, it } from 'vitest';
import { AttentionAlertDetector } from '../../../main/notifications/attention-alert';
import { alertKey, alertLevel } from '../../../main/notifications/chat-alert';
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

it('has the level of its rule unless it is disabled', () => {
  expect(alertLevel(alert, defaultSettings, 0)).toBe('toast');
  expect(alertLevel({ ...alert, rule: 'danger' }, defaultSettings, 0)).toBe('insistent');
  expect(alertLevel(alert, { ...defaultSettings, notifyNeedsYou: false }, 0)).toBe('off');
});

it('reports at sign-in what became hot since the last run, if that is known', () => {
  const raised = new AttentionAlertDetector(() => new Set());
  expect(raised.find(floor(waiting('hot')))).toEqual([alert]);
  expect(raised.find(floor(waiting('hot')))).toEqual([]);
  const known = new AttentionAlertDetector(() => new Set([alertKey(alert)]));
  expect(known.find(floor(waiting('hot')))).toEqual([]);
});

it('does not repeat an alert of the last run whose reason appears only after the sign-in', () => {
  const detector = new AttentionAlertDetector(() => new Set([alertKey(alert)]));
  expect(detector.find(floor())).toEqual([]);
  expect([...detector.unseen]).toEqual([alertKey(alert)]);
  expect(detector.find(floor(waiting('hot')))).toEqual([]);
  expect([...detector.unseen]).toEqual([]);
  detector.find(floor());
  expect(detector.find(floor(waiting('hot')))).toEqual([alert]);
});

it('names agent and rule, and no chat text', () => {
  expect(notificationText(alert, null)).toEqual({
    title: 'Chat needs attention',
    body: 'Chat with Ana Souza: the customer has been waiting too long.',
  });
});

it('is not shown for a muted or snoozed chat; something new ends a snooze', () => {
  const aside = (until: 'broughtBack' | 'time' | 'news') => ({
    ...defaultSettings,
    setAside: [{ chatId: alert.chatId, until, at: 1_000, after: null }],
  });
  expect(alertLevel(alert, aside('broughtBack'), 5_000)).toBe('off');
  expect(alertLevel(alert, aside('time'), 999)).toBe('off');
  expect(alertLevel(alert, aside('time'), 1_000)).toBe('toast');
  expect(alertLevel(alert, aside('news'), 0)).toBe('toast');
});

import type { AttentionRule, Settings, Snapshot } from '../../preload/contract';
import type { Clock, Disposer } from '../base/clock';
import type { Language } from '../../preload/contract/languages';
import { say, sayCount, spokenLanguage } from '../ui-strings/ui-strings';
import type { AlertSounds } from './alert-sounds';
import { AlertTracker, type AlertPlan, type PlannedNotification } from './alert-tracker';
import { AttentionAlertDetector } from './attention-alert';
import { alertHolds, alertLevel, ChatAlertDetector, type ChatAlert } from './chat-alert';
import type { DesktopNotifier, NotificationAction, NotificationContent } from './desktop-notifier';
import { notificationSummary, notificationText, type NotificationText } from './notification-text';
import { isQuiet, nextQuietChange } from './quiet-time';
import type { RaisedAlerts } from './raised-alerts';

export interface AlertsOptions {
  readonly notifier: DesktopNotifier;
  readonly clock: Clock;
  readonly settings: () => Settings;
  readonly raised: RaisedAlerts;
  readonly sounds: Pick<AlertSounds, 'play'>;
  /** Returns whether the desktop asks for no disturbance. */
  readonly isDesktopQuiet: () => boolean;
  /** Returns whether a focused window currently shows this chat. */
  readonly isChatInFocus: (chatId: string) => boolean;
  /** `activation`: see `NotifierEvents`. */
  readonly openChat: (chatId: string, activation: string | null) => void;
  readonly openList: (activation: string | null) => void;
  readonly acknowledge: (chatId: string, rules: readonly AttentionRule[]) => void;
}

/** The part of the floor that alerts depend on. */
export type AlertedFloor = Pick<Snapshot, 'session' | 'chats' | 'watches' | 'attention'>;

export interface Alerts {
  /** Compares the floor with the last one and shows what is new. */
  look(floor: AlertedFloor): void;
  /** Shown whatever is enabled or paused: a supervisor who is visible unknowingly must know it. */
  notifyStillVisible(chatCount: number): void;
  dispose(): void;
}

const summaryKey = 'summary';
const stillVisibleKey = 'still visible';
const chatPrefix = 'chat ';
const minuteMs = 60_000;

/**
 * Connects what happens on the floor with the notifications of the desktop. The detectors find what is new, the tracker
 * decides what exists, and the notifier shows it.
 */
export function createAlerts(options: AlertsOptions): Alerts {
  const { notifier, clock, settings, raised } = options;
  const chatAlerts = new ChatAlertDetector();
  const attentionAlerts = new AttentionAlertDetector((userName) => raised.before(userName));
  const tracker = new AlertTracker();
  const sent = new Map<string, { readonly revision: number; readonly content: string }>();
  const texts = new WeakMap<
    ChatAlert,
    { readonly customerName: string | null; readonly language: Language; readonly text: NotificationText }
  >();
  let soundingKey: string | null = null;
  let floor: AlertedFloor | null = null;
  let timer: Disposer | null = null;

  const forgetAll = (): void => {
    for (const alert of tracker.all()) tracker.settle(alert.chatId);
  };

  const prepareRaised = (): (() => void) => {
    if (floor?.session.phase !== 'signedIn') return () => undefined;
    return raised.prepare(floor.session.who.userName, floor.attention, attentionAlerts.unseen);
  };

  const deliver = (key: string, revision: number, content: NotificationContent, isSounding: boolean): void => {
    const before = sent.get(key);
    const written = JSON.stringify([content.title, content.body, content.isPersistent]);
    const isNew = before?.revision !== revision || isSounding;
    // A notification that timed out does not appear again only because its text changed.
    if (!isNew && (before.content === written || !notifier.isConfirmed(key))) return;
    sent.set(key, { revision, content: written });
    if (isSounding) soundingKey = key;
    notifier.show(key, content);
  };

  /** Written again only if it could differ: every alert that stands is planned again at each change of the floor. */
  const textOf = (alert: ChatAlert): NotificationText => {
    const customerName = settings().alerts.namesCustomer ? customerOf(floor, alert.chatId) : null;
    const language = spokenLanguage();
    const known = texts.get(alert);
    if (known?.customerName === customerName && known.language === language) return known.text;
    const text = notificationText(alert, customerName);
    texts.set(alert, { customerName, language, text });
    return text;
  };

  const contentOf = ({ alert, level }: PlannedNotification, hasSound: boolean): NotificationContent => ({
    ...textOf(alert),
    urgency: level === 'insistent' ? 'critical' : 'normal',
    hasSound,
    isPersistent: level === 'insistent',
    actions: alert.kind === 'needsYou' ? ['remindLater', 'claim'] : [],
  });

  /** Returns whether the notification has to sound by itself. */
  const playFor = (chatId: string): boolean => {
    const rule = rulesOf(tracker.all(), chatId)[0];
    const { sounds, volume } = settings().alerts;
    return options.sounds.play(rule === undefined ? 'system' : sounds[rule], volume);
  };

  const apply = ({ notifications, summary, sound }: AlertPlan): void => {
    const soundingChat = sound === summaryKey ? summary?.chatIds[0] : sound;
    const isAudible = soundingChat != null && playFor(soundingChat);
    const wanted = new Set([...notifications.keys()].map((chatId) => `${chatPrefix}${chatId}`));
    if (summary !== null) wanted.add(summaryKey);
    for (const key of [...sent.keys()]) {
      if (wanted.has(key)) continue;
      sent.delete(key);
      notifier.withdraw(key);
    }
    for (const [chatId, planned] of notifications) {
      const isSounding = sound === chatId;
      const content = contentOf(planned, isAudible && isSounding);
      deliver(`${chatPrefix}${chatId}`, planned.revision, content, isSounding);
    }
    if (summary === null) return;
    const text = notificationSummary(summary.chatIds.length);
    const isSounding = sound === summaryKey;
    deliver(summaryKey, summary.revision, plainContent(text, isAudible && isSounding), isSounding);
  };

  const update = (): void => {
    timer?.();
    const now = clock.now();
    const { alerts } = settings();
    const plan = tracker.plan({
      now,
      isQuiet: isQuiet(alerts, now) || options.isDesktopQuiet(),
      escalatesAfterMs: alerts.escalatesAfterMinutes === null ? null : alerts.escalatesAfterMinutes * minuteMs,
    });
    const storeRaised = prepareRaised();
    apply(plan);
    storeRaised();
    const times = [plan.nextAt, nextQuietChange(alerts, now)].filter((one) => one !== null);
    timer = times.length === 0 ? null : clock.after(Math.max(0, Math.min(...times) - now), update);
  };

  const react = (chatId: string, action: NotificationAction, activation: string | null): void => {
    if (action === 'remindLater') {
      tracker.remindLater(chatId, clock.now());
    } else {
      if (action === 'claim') options.acknowledge(chatId, rulesOf(tracker.all(), chatId));
      else options.openChat(chatId, activation);
      tracker.settle(chatId);
    }
    update();
  };

  const unsubscribe = notifier.subscribe({
    onAction: (key, action, activation) => {
      if (key.startsWith(chatPrefix)) react(key.slice(chatPrefix.length), action, activation);
      else if (key === summaryKey || key === stillVisibleKey) options.openList(activation);
    },
    onDismiss: (key) => {
      if (!key.startsWith(chatPrefix)) return;
      tracker.settle(key.slice(chatPrefix.length));
      update();
    },
    onShown: (key) => {
      if (key !== soundingKey) return;
      soundingKey = null;
      tracker.soundConfirmed(clock.now());
    },
    onStateChange: () => undefined,
  });

  return {
    look: (snapshot) => {
      floor = snapshot;
      if (snapshot.session.phase !== 'signedIn') forgetAll();
      tracker.keepOnly((alert) => alertHolds(alert, snapshot));
      const now = clock.now();
      for (const alert of [...chatAlerts.find(snapshot), ...attentionAlerts.find(snapshot)]) {
        const level = alertLevel(alert, settings(), now);
        if (level !== 'off' && level !== 'badge') tracker.raise(alert, level, now);
      }
      for (const { chatId } of tracker.all()) if (options.isChatInFocus(chatId)) tracker.settle(chatId);
      update();
    },
    notifyStillVisible: (chatCount) => {
      const title = say('outside.notification.stillVisible.title');
      const body = sayCount('outside.notification.stillVisible.text', chatCount);
      const isAudible = options.sounds.play('bell', settings().alerts.volume);
      notifier.show(stillVisibleKey, { ...plainContent({ title, body }, isAudible), urgency: 'critical' });
    },
    dispose: () => {
      timer?.();
      unsubscribe();
    },
  };
}

function plainContent(text: NotificationText, hasSound: boolean): NotificationContent {
  return { ...text, urgency: 'normal', hasSound, isPersistent: false, actions: [] };
}

function customerOf(floor: AlertedFloor | null, chatId: string): string | null {
  const chat = floor?.chats.find(({ id }) => id === chatId);
  if (chat !== undefined) return chat.customerName;
  return floor?.attention.find((one) => one.chatId === chatId)?.unjoined?.customerName ?? null;
}

function rulesOf(alerts: readonly ChatAlert[], chatId: string): readonly AttentionRule[] {
  return alerts.flatMap((alert) => (alert.kind === 'needsYou' && alert.chatId === chatId ? [alert.rule] : []));
}

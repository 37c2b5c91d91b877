import process from 'node:process';
import { Notification } from 'electron/main';
import type { NotificationService } from '../../preload/contract';
import type { Logger } from '../base/log';
import type {
  DesktopNotifier,
  NotificationAction,
  NotificationContent,
  NotifierEvents,
} from '../notifications/desktop-notifier';

const maxKept = 50;

export interface ElectronNotifierOptions {
  readonly log: Logger;
  /** Label of a button in the current language. */
  readonly labelOf: (action: NotificationAction) => string;
}

/**
 * Notifications of Windows and macOS. A click is lost when the notification object was collected, and on Windows one
 * that "closed" by time-out can still be clicked. Therefore each object is kept until a newer one of its key replaces
 * it, or too many are kept.
 */
export function createElectronNotifier({ log, labelOf }: ElectronNotifierOptions): DesktopNotifier {
  const kept = new Map<string, Notification>();
  const listeners = new Set<NotifierEvents>();
  /** Refused by the system, and still wanted. */
  const refused = new Map<string, NotificationContent>();
  let state: NotificationService = Notification.isSupported() ? 'working' : 'noService';

  const setState = (next: NotificationService): void => {
    if (next === state) return;
    state = next;
    for (const { onStateChange } of [...listeners]) onStateChange(next);
    if (next !== 'working') return;
    const again = [...refused];
    refused.clear();
    for (const [key, content] of again) show(key, { ...content, hasSound: false });
  };
  const act = (key: string, action: NotificationAction): void => {
    for (const { onAction } of [...listeners]) onAction(key, action, null);
  };
  const withdraw = (key: string): void => {
    const notification = kept.get(key);
    kept.delete(key);
    refused.delete(key);
    notification?.close();
  };
  const listen = (key: string, notification: Notification, content: NotificationContent): void => {
    const { actions } = content;
    notification.on('click', () => {
      act(key, 'open');
    });
    notification.on('action', (_event, index) => {
      act(key, actions[index] ?? 'open');
    });
    notification.on('show', () => {
      setState('working');
      if (kept.get(key) === notification) for (const { onShown } of [...listeners]) onShown?.(key);
    });
    notification.on('failed', (_event, reason) => {
      log.warn('notification could not be shown', { reason });
      if (kept.get(key) === notification) {
        kept.delete(key);
        refused.set(key, content);
      }
      setState('denied');
    });
  };

  const show = (key: string, content: NotificationContent): void => {
    withdraw(key);
    const notification = new Notification({
      title: content.title,
      body: content.body,
      silent: !content.hasSound,
      timeoutType: content.isPersistent ? 'never' : 'default',
      ...(process.platform === 'darwin'
        ? { actions: content.actions.map((action) => ({ type: 'button' as const, text: labelOf(action) })) }
        : {}),
    });
    listen(key, notification, content);
    kept.set(key, notification);
    for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - maxKept))) kept.delete(oldest);
    notification.show();
  };

  return {
    show,
    withdraw,
    isConfirmed: (key) => kept.has(key),
    state: () => state,
    canSound: () => true,
    subscribe: (events) => {
      listeners.add(events);
      return () => void listeners.delete(events);
    },
    close: () => {
      for (const key of [...kept.keys()]) withdraw(key);
      listeners.clear();
    },
  };
}

import process from 'node:process';
import { Notification } from 'electron/main';
import type { Logger } from '../base/log';
import type {
  DesktopNotifier,
  NotificationAction,
  NotificationContent,
  NotifierEvents,
  NotifierState,
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
  let state: NotifierState = Notification.isSupported() ? 'working' : 'noService';

  const setState = (next: NotifierState): void => {
    if (next === state) return;
    state = next;
    for (const { onStateChange } of [...listeners]) onStateChange(next);
  };
  const act = (key: string, action: NotificationAction): void => {
    for (const { onAction } of [...listeners]) onAction(key, action);
  };
  const withdraw = (key: string): void => {
    const notification = kept.get(key);
    kept.delete(key);
    notification?.close();
  };
  const listen = (key: string, notification: Notification, { actions }: NotificationContent): void => {
    notification.on('click', () => {
      act(key, 'open');
    });
    notification.on('action', (_event, index) => {
      act(key, actions[index] ?? 'open');
    });
    notification.on('show', () => {
      setState('working');
    });
    notification.on('failed', (_event, reason) => {
      log.warn('notification could not be shown', { reason });
      setState('denied');
    });
  };

  return {
    show: (key, content) => {
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
    },
    withdraw,
    isConfirmed: (key) => kept.has(key),
    state: () => state,
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

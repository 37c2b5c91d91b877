import process from 'node:process';
import { Notification } from 'electron/main';
import type { Clock } from '../base/clock';
import type { Logger } from '../base/log';
import type { ChatAlert } from '../notifications/chat-alert';
import { say, sayCount } from '../ui-strings/ui-strings';
import { createNotificationThrottle } from '../notifications/notification-throttle';
import { notificationSummary, notificationText, type NotificationText } from '../notifications/notification-text';

export interface NotificationOptions {
  readonly clock: Clock;
  readonly log: Logger;
  readonly openChat: (chatId: string) => void;
  readonly openAgents: () => void;
}

export interface DesktopNotifications {
  notify(alert: ChatAlert): void;
  /** Shown even if notifications are off: the supervisor may be visible without knowing it. */
  notifyStillVisible(chatCount: number): void;
  close(): void;
}

const kept = 50;

/**
 * Desktop notifications, at most one per chat. A click is lost when the notification object was collected, and on
 * Windows one that "closed" by time-out can still be clicked. Therefore each object is kept until a newer one of its
 * chat replaces it, or too many are kept.
 */
export function createNotifications({ clock, log, openChat, openAgents }: NotificationOptions): DesktopNotifications {
  const held = new Map<string, Notification>();

  const show = (key: string, text: NotificationText, click: () => void): void => {
    held.get(key)?.close();
    const notification = new Notification({ title: text.title, body: text.body });
    notification.on('click', click);
    notification.on('failed', (_event, reason) => {
      log.warn('notification could not be shown', { reason });
    });
    held.delete(key);
    held.set(key, notification);
    for (const oldest of [...held.keys()].slice(0, Math.max(0, held.size - kept))) {
      held.delete(oldest);
    }
    notification.show();
  };

  const throttle = createNotificationThrottle<ChatAlert>(clock, {
    one: (alert) => {
      show(alert.chatId, notificationText(alert, process.platform), () => {
        openChat(alert.chatId);
      });
    },
    many: (all) => {
      show('many', notificationSummary(all.length), openAgents);
    },
  });

  return {
    notify: (alert) => {
      if (Notification.isSupported()) {
        throttle.offer(alert);
      }
    },
    notifyStillVisible: (chatCount) => {
      if (Notification.isSupported()) {
        const title = say('outside.notification.stillVisible.title');
        show(
          'still visible',
          { title, body: sayCount('outside.notification.stillVisible.text', chatCount) },
          openAgents,
        );
      }
    },
    close: () => {
      throttle.stop();
      held.forEach((notification) => {
        notification.close();
      });
      held.clear();
    },
  };
}

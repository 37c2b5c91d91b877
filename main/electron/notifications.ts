import process from 'node:process';
import { Notification } from 'electron/main';
import type { Clock } from '../base/clock';
import type { Logger } from '../base/log';
import type { ChatAlert } from '../notifications/chat-alert';
import { say, sayCount } from '../ui-strings/ui-strings';
import { createNoticeGate } from '../notifications/notification-throttle';
import { notificationSummary, notificationText, type NotificationText } from '../notifications/notification-text';

export interface NotificationOptions {
  readonly clock: Clock;
  readonly log: Logger;
  readonly openChat: (chatId: string) => void;
  readonly openAgents: () => void;
}

export interface DesktopNotifications {
  tell(news: ChatAlert): void;
  /** Told whatever kinds of news are wanted: who believes to be unseen and is not must hear of it. */
  notifyStillVisible(chatCount: number): void;
  close(): void;
}

const kept = 50;

/**
 * Desktop notifications, at most one per chat at a time. The system forgets clicks on a notification whose object was collected,
 * and on Windows one that "closed" by time-out can still be clicked in the action centre, so each is held until a newer one
 * of its chat takes its place or far too many are held.
 */
export function createNotifications({ clock, log, openChat, openAgents }: NotificationOptions): DesktopNotifications {
  const held = new Map<string, Notification>();

  const show = (key: string, text: NotificationText, click: () => void): void => {
    held.get(key)?.close();
    const notification = new Notification({ title: text.title, body: text.body });
    notification.on('click', click);
    notification.on('failed', (_event, reason) => {
      log.warn('A notification could not be shown', { reason });
    });
    held.delete(key);
    held.set(key, notification);
    for (const oldest of [...held.keys()].slice(0, Math.max(0, held.size - kept))) {
      held.delete(oldest);
    }
    notification.show();
  };

  const gate = createNoticeGate<ChatAlert>(clock, {
    one: (news) => {
      show(news.chatId, notificationText(news, process.platform), () => {
        openChat(news.chatId);
      });
    },
    many: (all) => {
      show('many', notificationSummary(all.length), openAgents);
    },
  });

  return {
    tell: (news) => {
      if (Notification.isSupported()) {
        gate.offer(news);
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
      gate.stop();
      held.forEach((notification) => {
        notification.close();
      });
      held.clear();
    },
  };
}

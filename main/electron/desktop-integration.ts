import type { Settings, ShellAction, StepBackState } from '../../preload/contract';
import type { Clock, Disposer } from '../base/clock';
import type { Logger } from '../base/log';
import type { FloorSnapshot } from '../floor/floor-store';
import { AttentionAlertDetector } from '../notifications/attention-news';
import { ChatAlertDetector, isAlertEnabled } from '../notifications/chat-alert';
import { createNotifications } from './notifications';
import { createTray } from './tray/tray';
import { trayStateOf } from './tray/tray-state';

export interface DesktopOptions {
  readonly floor: { snapshot(): FloorSnapshot; subscribe(listener: () => void): Disposer };
  readonly choices: {
    current(): Settings;
    change(wish: Partial<Settings>): unknown;
    subscribe(listener: () => void): Disposer;
  };
  readonly clock: Clock;
  readonly log: Logger;
  readonly trayIconFolder: string;
  /** Whether a chat is being looked at this very moment, in whatever window. */
  readonly isChatInFocus: (chatId: string) => boolean;
  readonly reveal: () => void;
  /** Whether a window with the report of stepping back is in front of the supervisor. */
  readonly isReportSeen: () => boolean;
  readonly stepBackEverywhere: () => void;
  readonly sendIntent: (intent: ShellAction) => void;
  readonly quit: () => void;
}

export interface DesktopIntegration {
  recreateTray(): void;
  close(): void;
}

const gatherMs = 60;

/**
 * What is seen of Sightline outside its window: the icon beside the clock and the notifications. Both follow the same truth as the
 * window does, looked at a few times a second at most.
 */
export function createDesktopIntegration(options: DesktopOptions): DesktopIntegration {
  const { floor, choices, clock, log, reveal, sendIntent } = options;
  const finder = new ChatAlertDetector();
  const attentionFinder = new AttentionAlertDetector();
  let waiting: Disposer | null = null;

  const show = (intent: ShellAction): void => {
    reveal();
    sendIntent(intent);
  };
  const notifications = createNotifications({
    clock,
    log,
    openChat: (chatId) => {
      show({ type: 'openChat', chatId });
    },
    openAgents: () => {
      show({ type: 'openAgents' });
    },
  });
  const tray = createTray({
    iconFolder: options.trayIconFolder,
    log,
    actions: {
      open: reveal,
      stepBackEverywhere: options.stepBackEverywhere,
      setNotifications: (areOn) => {
        choices.change({ notifyChatStarted: areOn, notifyChatTakenAway: areOn, notifyNeedsYou: areOn });
      },
      quit: options.quit,
    },
  });

  // Each return to monitoring that failed is reported once where no window shows it.
  let reportedNumber = 0;
  const tellFailure = (stepBack: StepBackState | null): void => {
    if (stepBack?.outcome !== 'failed' || stepBack.number === reportedNumber) {
      return;
    }
    reportedNumber = stepBack.number;
    if (!options.isReportSeen()) {
      notifications.notifyStillVisible(stepBack.items.filter(({ standing }) => standing === 'failed').length);
    }
  };

  const look = (): void => {
    waiting = null;
    const picture = floor.snapshot();
    const { notifyChatStarted, notifyChatTakenAway, notifyNeedsYou } = choices.current();
    tray.show(trayStateOf(picture), notifyChatStarted || notifyChatTakenAway || notifyNeedsYou);
    tellFailure(picture.stepBack);
    for (const news of [...finder.find(picture), ...attentionFinder.find(picture)]) {
      if (isAlertEnabled(news, choices.current(), options.isChatInFocus(news.chatId), clock.now())) {
        notifications.tell(news);
      }
    }
  };
  const lookSoon = (): void => {
    waiting ??= clock.after(gatherMs, look);
  };

  look();
  const undos = [floor.subscribe(lookSoon), choices.subscribe(lookSoon)];
  return {
    recreateTray: () => {
      tray.renew();
    },
    close: () => {
      undos.forEach((undo) => {
        undo();
      });
      waiting?.();
      notifications.close();
      tray.remove();
    },
  };
}

import type { Settings, ShellAction, StepBackState } from '../../preload/contract';
import type { Clock, Disposer } from '../base/clock';
import type { Logger } from '../base/log';
import type { FloorSnapshot } from '../floor/floor-store';
import { AttentionAlertDetector } from '../notifications/attention-alert';
import { ChatAlertDetector, isAlertEnabled } from '../notifications/chat-alert';
import { createNotifications } from '../electron/notifications';
import { createTray } from '../electron/tray';
import { trayStateOf } from './tray-state';

export interface DesktopOptions {
  readonly floor: { snapshot(): FloorSnapshot; subscribe(listener: () => void): Disposer };
  readonly choices: {
    current(): Settings;
    change(patch: Partial<Settings>): unknown;
    subscribe(listener: () => void): Disposer;
  };
  readonly clock: Clock;
  readonly log: Logger;
  readonly trayIconFolder: string;
  /** Returns whether a focused window currently shows this chat. */
  readonly isChatInFocus: (chatId: string) => boolean;
  readonly reveal: () => void;
  /** Returns whether a visible window shows the step back report. */
  readonly isReportSeen: () => boolean;
  readonly stepBackEverywhere: () => void;
  readonly sendIntent: (intent: ShellAction) => void;
  readonly quit: () => void;
}

export interface DesktopIntegration {
  recreateTray(): void;
  close(): void;
}

const batchMs = 60;

/** Connects tray icon and notifications to the floor. The floor is read at most a few times a second. */
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

  // Each failed step back is reported once, unless a window shows it.
  let reportedNumber = 0;
  const notifyFailure = (stepBack: StepBackState | null): void => {
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
    const snapshot = floor.snapshot();
    const { notifyChatStarted, notifyChatTakenAway, notifyNeedsYou } = choices.current();
    tray.show(trayStateOf(snapshot), notifyChatStarted || notifyChatTakenAway || notifyNeedsYou);
    notifyFailure(snapshot.stepBack);
    for (const alert of [...finder.find(snapshot), ...attentionFinder.find(snapshot)]) {
      if (isAlertEnabled(alert, choices.current(), options.isChatInFocus(alert.chatId), clock.now())) {
        notifications.notify(alert);
      }
    }
  };
  const lookSoon = (): void => {
    waiting ??= clock.after(batchMs, look);
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

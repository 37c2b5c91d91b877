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
  readonly settings: {
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
  readonly sendAction: (action: ShellAction) => void;
  readonly quit: () => void;
}

export interface DesktopIntegration {
  recreateTray(): void;
  close(): void;
}

const batchMs = 60;

/** Connects tray icon and notifications to the floor. The floor is read at most a few times a second. */
export function createDesktopIntegration(options: DesktopOptions): DesktopIntegration {
  const { floor, settings, clock, log, reveal, sendAction } = options;
  const chatAlerts = new ChatAlertDetector();
  const attentionAlerts = new AttentionAlertDetector();
  let waiting: Disposer | null = null;

  const show = (action: ShellAction): void => {
    reveal();
    sendAction(action);
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
        settings.change({ notifyChatStarted: areOn, notifyChatTakenAway: areOn, notifyNeedsYou: areOn });
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
    const { notifyChatStarted, notifyChatTakenAway, notifyNeedsYou } = settings.current();
    tray.show(trayStateOf(snapshot), notifyChatStarted || notifyChatTakenAway || notifyNeedsYou);
    notifyFailure(snapshot.stepBack);
    for (const alert of [...chatAlerts.find(snapshot), ...attentionAlerts.find(snapshot)]) {
      if (isAlertEnabled(alert, settings.current(), options.isChatInFocus(alert.chatId), clock.now())) {
        notifications.notify(alert);
      }
    }
  };
  const lookSoon = (): void => {
    waiting ??= clock.after(batchMs, look);
  };

  look();
  const disposers = [floor.subscribe(lookSoon), settings.subscribe(lookSoon)];
  return {
    recreateTray: () => {
      tray.renew();
    },
    close: () => {
      for (const dispose of disposers) dispose();
      waiting?.();
      notifications.close();
      tray.remove();
    },
  };
}

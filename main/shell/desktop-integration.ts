import type {
  AttentionRule,
  DesktopState,
  FloorChange,
  PlayedSound,
  Settings,
  ShellAction,
  StepBackState,
} from '../../preload/contract';
import type { Clock, Disposer } from '../base/clock';
import type { ChangeBatch } from '../floor/change-feed';
import type { FloorSnapshot } from '../floor/floor-state';
import { AlertSounds } from '../notifications/alert-sounds';
import { createAlerts } from '../notifications/alerts';
import type { DesktopNotifier } from '../notifications/desktop-notifier';
import { DesktopStatus } from '../notifications/desktop-status';
import { isQuiet, nextQuietChange, pauseEnd } from '../notifications/quiet-time';
import { RaisedAlerts, type RaisedAlertsFile } from '../notifications/raised-alerts';
import { NotificationSelfTest } from '../notifications/self-test';
import type { TrayHost } from '../notifications/tray-host';
import type { StatusTray, TrayActions } from './status-tray';
import { trayStateOf } from './tray-state';

/** Neither the tray nor an alert depends on these, which are most of what happens on a floor. */
const onlyInChats: ReadonlySet<FloorChange['type']> = new Set(['entriesAdded', 'gapsChanged', 'typingChanged']);

export interface DesktopEvents {
  readonly onQuietChange: () => void;
  readonly onTrayHostAppear: () => void;
  readonly onTrayHostGone: () => void;
}

/** What the desktop offers. */
export interface DesktopServices {
  readonly notifier: DesktopNotifier;
  readonly trayHost: TrayHost;
  readonly doNotDisturb: () => DesktopState['doNotDisturb'];
  close(): void;
}

export interface DesktopOptions {
  readonly openServices: (events: DesktopEvents) => DesktopServices;
  readonly createTray: (actions: TrayActions) => StatusTray;
  readonly floor: { snapshot(): FloorSnapshot; subscribe(listener: (batch: ChangeBatch) => void): Disposer };
  readonly settings: {
    current(): Settings;
    change(patch: Partial<Settings>): unknown;
    subscribe(listener: () => void): Disposer;
  };
  readonly clock: Clock;
  readonly raisedFile: RaisedAlertsFile;
  /** Returns whether a focused window currently shows this chat. */
  readonly isChatInFocus: (chatId: string) => boolean;
  /** Brings the main window to the user. `activation`: see `NotifierEvents`. */
  readonly reveal: (activation: string | null) => void;
  /** Brings a hidden window back; called when the icon that would bring it back is gone. */
  readonly unhide: () => void;
  /** Returns whether a visible window shows the step back report. */
  readonly isReportSeen: () => boolean;
  readonly stepBackEverywhere: () => void;
  readonly acknowledge: (chatId: string, rules: readonly AttentionRule[]) => void;
  readonly sendAction: (action: ShellAction) => void;
  /** Returns false if no page can play a sound now. */
  readonly playInPage: (played: PlayedSound) => boolean;
  readonly stateChanged: (state: DesktopState) => void;
  readonly quit: () => void;
}

export interface DesktopIntegration {
  /** Returns whether an icon is known that brings a hidden window back. */
  hasTray(): boolean;
  /** A window shows another chat, or is in front now. */
  focusChanged(): void;
  state(): DesktopState;
  /** Sends a test notification. */
  startTest(): void;
  dismissNotice(): void;
  /** A page could play a sound, or not. */
  soundReported(isPlayed: boolean): void;
  close(): void;
}

const batchMs = 60;
const minuteMs = 60_000;

/** Connects tray icon and notifications to the floor. The floor is read at most a few times a second. */
export function createDesktopIntegration(options: DesktopOptions): DesktopIntegration {
  const { floor, settings, clock, reveal, sendAction } = options;
  let waiting: Disposer | null = null;
  let minute: Disposer | null = null;

  const show = (action: ShellAction, activation: string | null = null): void => {
    reveal(activation);
    sendAction(action);
  };
  const openChat = (chatId: string, activation: string | null = null): void => {
    show({ type: 'openChat', chatId }, activation);
  };
  const lookSoon = (): void => {
    waiting ??= clock.after(batchMs, look);
  };
  const services = options.openServices({
    onQuietChange: () => {
      lookSoon();
      status.changed();
    },
    onTrayHostAppear: () => {
      tray.panelAppeared();
      status.changed();
    },
    onTrayHostGone: () => {
      options.unhide();
      status.changed();
    },
  });
  const { notifier } = services;
  const statusChanged = (): void => {
    status.changed();
  };
  const sounds = new AlertSounds({ notifier, clock, playInPage: options.playInPage, onChange: statusChanged });
  const selfTest = new NotificationSelfTest({
    notifier,
    clock,
    onChange: statusChanged,
    onClick: (activation) => {
      show({ type: 'openSettings' }, activation);
    },
  });
  const status = new DesktopStatus({
    clock,
    read: () => ({
      notifications: notifier.state(),
      tray: services.trayHost.state() === 'shown' ? 'shown' : 'notKnown',
      doNotDisturb: services.doNotDisturb(),
      sound: sounds.state(),
      selfTest: selfTest.state(),
    }),
    dismissed: {
      read: () => settings.current().dismissedLimits,
      write: (dismissedLimits) => {
        settings.change({ dismissedLimits });
      },
    },
    onChange: options.stateChanged,
  });
  const alerts = createAlerts({
    ...{ notifier, clock, sounds },
    settings: () => settings.current(),
    raised: new RaisedAlerts(options.raisedFile, clock),
    isDesktopQuiet: () => services.doNotDisturb() === 'on',
    isChatInFocus: options.isChatInFocus,
    openChat,
    openList: (activation) => {
      show({ type: 'openChats' }, activation);
    },
    acknowledge: options.acknowledge,
  });
  const tray = options.createTray({
    open: () => {
      reveal(null);
    },
    openChat: (chatId) => {
      openChat(chatId);
    },
    openSettings: () => {
      show({ type: 'openSettings' });
    },
    stepBackEverywhere: options.stepBackEverywhere,
    pause: (pause) => {
      const pausedUntil = pause === null ? null : pauseEnd(pause, clock.now());
      settings.change({ alerts: { ...settings.current().alerts, pausedUntil } });
    },
    quit: options.quit,
  });

  // Each failed step back is reported once, unless a window shows it.
  let reportedNumber = 0;
  const notifyFailure = (stepBack: StepBackState | null): void => {
    if (stepBack?.outcome !== 'failed' || stepBack.number === reportedNumber) {
      return;
    }
    reportedNumber = stepBack.number;
    if (!options.isReportSeen()) {
      alerts.notifyStillVisible(stepBack.items.filter(({ status }) => status === 'failed').length);
    }
  };

  const look = (): void => {
    waiting = null;
    const snapshot = floor.snapshot();
    const { alerts: alertSettings } = settings.current();
    const now = clock.now();
    const state = trayStateOf(snapshot, { levels: alertSettings.levels, now });
    tray.show(state, alertSettings.pausedUntil !== null && now < alertSettings.pausedUntil);
    notifyFailure(snapshot.stepBack);
    alerts.look(snapshot);
    // The ages in the menu and the end of a pause change with time alone.
    minute?.();
    const quietChange = nextQuietChange(alertSettings, now);
    const isTimed = state.top.length > 0 || isQuiet(alertSettings, now);
    minute = isTimed ? clock.after(Math.min(minuteMs, (quietChange ?? Infinity) - now), look) : null;
  };

  look();
  const disposers = [
    floor.subscribe(({ changes }) => {
      // A new epoch comes without changes.
      if (changes.length === 0 || changes.some(({ type }) => !onlyInChats.has(type))) lookSoon();
    }),
    settings.subscribe(lookSoon),
    notifier.subscribe({ onAction: () => undefined, onDismiss: () => undefined, onStateChange: statusChanged }),
  ];
  return {
    hasTray: () => services.trayHost.state() === 'shown',
    focusChanged: lookSoon,
    state: () => status.state(),
    startTest: () => {
      selfTest.start();
    },
    dismissNotice: () => {
      status.dismiss();
    },
    soundReported: (isPlayed) => {
      sounds.reported(isPlayed);
    },
    close: () => {
      for (const dispose of disposers) dispose();
      waiting?.();
      minute?.();
      alerts.dispose();
      selfTest.dispose();
      status.dispose();
      services.close();
      tray.remove();
    },
  };
}

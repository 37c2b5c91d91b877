import path from 'node:path';
import process from 'node:process';
import { app } from 'electron/main';
import type { Clock } from '../base/clock';
import type { Logger } from '../base/log';
import type { SessionBus } from '../dbus/bus-port';
import { BusNotifier } from '../dbus/bus-notifier';
import { followDoNotDisturb } from '../dbus/do-not-disturb';
import { LeftNotifications, type LeftFile } from '../dbus/left-notifications';
import { ClientSessionBus } from '../dbus/session-bus';
import { followTrayHost } from '../dbus/tray-host';
import { createElectronNotifier } from './notifications';
import type { NotificationAction } from '../notifications/desktop-notifier';
import type { DesktopEvents, DesktopServices } from '../shell/desktop-integration';
import { say } from '../ui-strings/ui-strings';

export interface DesktopServicesOptions extends DesktopEvents {
  /** `null` where the platform has none. */
  readonly bus: SessionBus | null;
  readonly clock: Clock;
  readonly log: Logger;
  readonly bundleFolder: string;
  /** Notifications that a run that was killed left on the desktop. */
  readonly leftFile: LeftFile;
}

const labelOf = (action: NotificationAction): string => say(`outside.notification.action.${action}`);

/** Connects to the session bus of a Linux desktop. */
export function openSessionBus(options: { readonly clock: Clock; readonly log: Logger }): SessionBus | null {
  return process.platform === 'linux' ? new ClientSessionBus(options) : null;
}

/** Opens the services of this platform: over the session bus on Linux, through Electron elsewhere. */
export function openDesktopServices(options: DesktopServicesOptions): DesktopServices {
  const { clock, log, leftFile } = options;
  if (options.bus === null) {
    const notifier = createElectronNotifier({ log, labelOf });
    return {
      notifier,
      trayHost: { state: () => 'shown', dispose: () => undefined },
      doNotDisturb: () => 'notKnown',
      close: () => {
        notifier.close();
      },
    };
  }
  const bus = new LeftNotifications({ bus: options.bus, file: leftFile, clock });
  const notifier = new BusNotifier({
    bus,
    log,
    appName: 'Sightline',
    desktopEntry: 'sightline',
    // The service cannot read inside the packaged archive; the installation puts the icon into the system's theme.
    icon: app.isPackaged ? 'sightline' : `file://${path.join(options.bundleFolder, 'icons', 'icon.png')}`,
    labelOf,
  });
  const quiet = followDoNotDisturb(bus, options.onQuietChange);
  const trayHost = followTrayHost({ bus, clock, onAppear: options.onTrayHostAppear, onGone: options.onTrayHostGone });
  return {
    notifier,
    trayHost,
    doNotDisturb: quiet.state,
    close: () => {
      notifier.close();
      quiet.dispose();
      trayHost.dispose();
      bus.close();
    },
  };
}

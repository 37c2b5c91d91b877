import process from 'node:process';
import { PrivateBus } from '../desktop/private-bus';
import { StandInNotifications } from '../desktop/stand-in-notifications';

/** A desktop for one console: a session bus of its own with a notification service that a test reads and clicks. */
export interface TestDesktop {
  readonly notifications: StandInNotifications;
  /** For the launch of the console. */
  readonly environment: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** Elsewhere than on Linux notifications pass through the system itself, where no test can read them. */
export async function startDesktop(): Promise<TestDesktop | null> {
  if (process.platform !== 'linux') return null;
  const bus = await PrivateBus.start();
  const notifications = await StandInNotifications.start(bus.address);
  return {
    notifications,
    environment: { DBUS_SESSION_BUS_ADDRESS: bus.address },
    stop: async () => {
      notifications.stop();
      await bus.stop();
    },
  };
}

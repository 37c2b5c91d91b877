import type { ElectronApplication } from 'playwright-core';

export interface ShownNotification {
  readonly title: string;
  readonly body: string;
}

/** Keeps every notification from now on, so that a test can read and click it; they are shown as ever. */
export async function keepNotifications(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ Notification }) => {
    const kept: Electron.Notification[] = [];
    Object.assign(globalThis, { keptNotifications: kept });
    const show = Object.getOwnPropertyDescriptor(Notification.prototype, 'show')?.value as () => void;
    Notification.prototype.show = function (this: Electron.Notification) {
      kept.push(this);
      Reflect.apply(show, this, []);
    };
  });
}

export function keptNotifications(app: ElectronApplication): Promise<readonly ShownNotification[]> {
  return app.evaluate(() => {
    const { keptNotifications: kept } = globalThis as unknown as { keptNotifications: Electron.Notification[] };
    return kept.map(({ title, body }) => ({ title, body }));
  });
}

export async function clickLastNotification(app: ElectronApplication): Promise<void> {
  await app.evaluate(() => {
    const { keptNotifications: kept } = globalThis as unknown as { keptNotifications: Electron.Notification[] };
    kept.at(-1)?.emit('click', {});
  });
}

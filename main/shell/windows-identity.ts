/** The `appId` of electron-builder.yml, which the installer gives to the shortcut. */
export const appUserModelId = 'app.sightline.console';

/** Names the program to the Action Center. It must never change: notifications of earlier runs are activated by it. */
export const toastActivatorClsid = '{4605ED11-B175-491B-843A-35FB6EE087AA}';

/** The part of Electron's `app` that Windows identifies the program by. */
export interface WindowsApp {
  setAppUserModelId(id: string): void;
  /** Missing in the older Electron that is used for development and tests. */
  setToastActivatorCLSID?(clsid: string): void;
}

/**
 * Identifies the program to Windows, which shows notifications only of one whose shortcut has the same id. Without a fixed
 * activator, Electron generates one for each run, and a click on a notification of an earlier run reaches no process.
 */
export function identifyToWindows(app: WindowsApp, platform: NodeJS.Platform): void {
  if (platform !== 'win32') return;
  app.setAppUserModelId(appUserModelId);
  app.setToastActivatorCLSID?.(toastActivatorClsid);
}

import { ipcMain } from 'electron/main';
import type { IpcPort } from '../ipc/router';
import { isTrustedSender } from '../shell/trusted-sender';

/** Adapts Electron's IPC channels to `IpcPort`; determines the sender itself instead of trusting the page. */
export function createIpcPort(trustedContentsIds: ReadonlySet<number>): IpcPort {
  return {
    handle: (channel, listener) => {
      ipcMain.handle(channel, (event, payload: unknown) =>
        listener({ windowId: event.sender.id, isTrusted: isTrustedSender(event, trustedContentsIds) }, payload),
      );
    },
  };
}

import { ipcMain, type IpcMainInvokeEvent } from 'electron/main';
import type { IpcCaller, IpcPort } from '../ipc/router';
import { isTrustedSender } from '../shell/trusted-sender';

/** Adapts Electron's IPC channels to `IpcPort`; determines the sender itself instead of trusting the page. */
export function createIpcPort(trustedContentsIds: ReadonlySet<number>): IpcPort {
  return {
    handle: (channel, listener) => {
      ipcMain.handle(channel, (event, payload: unknown) => listener(callerOf(event, trustedContentsIds), payload));
    },
  };
}

function callerOf({ sender, senderFrame }: IpcMainInvokeEvent, trustedContentsIds: ReadonlySet<number>): IpcCaller {
  const frame = senderFrame === null ? null : { url: senderFrame.url, isMainFrame: senderFrame === sender.mainFrame };
  return { windowId: sender.id, isTrusted: isTrustedSender({ contentsId: sender.id, frame }, trustedContentsIds) };
}

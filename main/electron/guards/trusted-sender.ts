import { bundleOrigin } from '../bundle-path';

/** What Electron tells about who sent a message. `frame` is `null` when the frame has navigated or gone in the meantime. */
export interface IpcSender {
  readonly contentsId: number;
  readonly frame: { readonly url: string; readonly isMainFrame: boolean } | null;
}

/** Only the main frame of a window we opened, and only while it shows a page of ours. Whatever cannot be told is refused. */
export function isTrustedSender({ contentsId, frame }: IpcSender, trustedContentsIds: ReadonlySet<number>): boolean {
  if (frame === null || !frame.isMainFrame || !trustedContentsIds.has(contentsId) || !URL.canParse(frame.url)) {
    return false;
  }
  const { protocol, host, username, password } = new URL(frame.url);
  return `${protocol}//${host}` === bundleOrigin && username === '' && password === '';
}

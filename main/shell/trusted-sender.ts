import { bundleOrigin } from './bundle-path';

/** Sender of a message as Electron reports it. `frame` is `null` if the frame has navigated or closed meanwhile. */
export interface IpcSender {
  readonly contentsId: number;
  readonly frame: { readonly url: string; readonly isMainFrame: boolean } | null;
}

/** Returns whether the sender is the main frame of one of our windows and shows our page. Unknown means untrusted. */
export function isTrustedSender({ contentsId, frame }: IpcSender, trustedContentsIds: ReadonlySet<number>): boolean {
  if (frame === null || !frame.isMainFrame || !trustedContentsIds.has(contentsId) || !URL.canParse(frame.url)) {
    return false;
  }
  const { protocol, host, username, password } = new URL(frame.url);
  return `${protocol}//${host}` === bundleOrigin && username === '' && password === '';
}

import { bundleOrigin } from './bundle-path';

/** An event of an IPC message, as Electron reports it. `senderFrame` is `null` if the frame has navigated or closed meanwhile. */
export interface IpcEvent {
  readonly sender: { readonly id: number; readonly mainFrame: object };
  readonly senderFrame: { readonly url: string } | null;
}

/** Returns whether the sender is the main frame of one of our windows and shows our page. Unknown means untrusted. */
export function isTrustedSender({ sender, senderFrame }: IpcEvent, trustedContentsIds: ReadonlySet<number>): boolean {
  if (senderFrame === null || senderFrame !== sender.mainFrame) return false;
  if (!trustedContentsIds.has(sender.id) || !URL.canParse(senderFrame.url)) return false;
  const { protocol, host, username, password } = new URL(senderFrame.url);
  return `${protocol}//${host}` === bundleOrigin && username === '' && password === '';
}

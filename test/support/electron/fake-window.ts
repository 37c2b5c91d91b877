import type { ConsoleWindow } from '../../../main/windows/console-window';
import type { NewWindow } from '../../../main/windows/windows';
import type { WindowRole } from '../../../main/settings/workspace-memory';
import type { PushName, Pushes } from '../../../preload/contract';

/** A window that closes, loads and sends events like Electron's. */
export class FakeWindow implements ConsoleWindow {
  readonly id: number;
  readonly role: WindowRole;
  readonly did: string[] = [];
  isFront = false;
  isShown: boolean;
  isStopped = false;
  readonly #mayClose: () => boolean;
  readonly #onLoading: (() => void)[] = [];
  readonly #onClosed: (() => void)[] = [];
  readonly #onFocus: (() => void)[] = [];
  readonly #onSeenChange: ((isSeen: boolean) => void)[] = [];

  constructor(id: number, { role, startsHidden, mayClose }: NewWindow) {
    this.id = id;
    this.role = role;
    this.isShown = !startsHidden;
    this.#mayClose = mayClose;
  }

  readonly page = {
    openAgain: () => void this.did.push('openAgain'),
    askedFor: () => void this.did.push('askedFor'),
    isStopped: () => this.isStopped,
    onPageReady: () => void this.did.push('ready'),
    onHeartbeatAck: () => void this.did.push('answered'),
    floorChanged: () => void this.did.push('floorChanged'),
  };

  reveal = (): void => void this.did.push('reveal');
  hide = (): void => void this.did.push('hide');
  bringToUser = (activation: string | null): void => {
    this.isShown = true;
    this.did.push(activation === null ? 'bring to user' : `bring to user by ${activation}`);
  };
  unhide = (): void => void this.did.push('unhide');
  onFocus = (listener: () => void): void => void this.#onFocus.push(listener);
  isVisible = (): boolean => this.isShown;
  minimize = (): void => void this.did.push('minimize');
  isFocused = (): boolean => this.isFront;
  send = <N extends PushName>(name: N, payload: Pushes[N]): void => void this.did.push(JSON.stringify([name, payload]));
  onLoading = (listener: () => void): void => void this.#onLoading.push(listener);
  onSeenChange = (listener: (isSeen: boolean) => void): void => void this.#onSeenChange.push(listener);
  onClosed = (listener: () => void): void => void this.#onClosed.push(listener);

  load(): void {
    for (const listener of this.#onLoading) listener();
  }

  focus(): void {
    for (const listener of this.#onFocus) listener();
  }

  beSeen(isSeen: boolean): void {
    for (const listener of this.#onSeenChange) listener(isSeen);
  }

  close = (): void => {
    if (this.#mayClose()) for (const listener of this.#onClosed) listener();
  };
}

import type { Chat } from '../../preload/contract';
import type { FakeBridge } from '../support/renderer/fake-bridge';

/**
 * What a scene needs of the page it is arranged on, in Playwright's words: so a scene can be arranged from outside, for
 * a screenshot, and inside the page, in the gallery.
 */
export interface ScenePage {
  readonly keyboard: {
    press(key: string): Promise<void>;
    down(key: string): Promise<void>;
    up(key: string): Promise<void>;
    type(text: string): Promise<void>;
    insertText(text: string): Promise<void>;
  };
  locator(css: string): SceneLocator;
  getByTestId(testId: string): SceneLocator;
  getByRole(role: 'alert' | 'button'): SceneLocator;
  /** Makes one of the moves on the fake main behind the page. */
  move<Name extends keyof BridgeMoves>(name: Name, ...args: BridgeMoves[Name]): Promise<void>;
}

/** An element, found again by each call. An action waits until it can be seen. */
export interface SceneLocator {
  first(): SceneLocator;
  nth(index: number): SceneLocator;
  locator(css: string): SceneLocator;
  getByRole(role: 'alert' | 'button'): SceneLocator;
  waitFor(): Promise<void>;
  click(): Promise<void>;
  fill(text: string): Promise<void>;
  focus(): Promise<void>;
  dispatchEvent(type: 'click'): Promise<void>;
  scrollIntoViewIfNeeded(): Promise<void>;
  getAttribute(name: string): Promise<string | null>;
  isVisible(): Promise<boolean>;
}

/** What main does in a scene, as arguments that can cross into the page. */
export interface BridgeMoves {
  readonly push: readonly [event: string, payload: unknown];
  /** The next command of this name fails with this code. */
  readonly failNext: readonly [command: string, code: string];
  readonly changeChat: readonly [chatId: string, part: Partial<Chat>];
  /** Another window sends a command. */
  readonly invoke: readonly [command: string, request: unknown];
}

const moves: {
  readonly [Name in keyof BridgeMoves]: (bridge: FakeBridge, args: BridgeMoves[Name]) => unknown;
} = {
  push: (bridge, [event, payload]) => bridge.push(event as Parameters<FakeBridge['push']>[0], payload as never),
  failNext: (bridge, [command, code]) => bridge.failNext.set(command as never, code as never),
  changeChat: (bridge, [chatId, part]) =>
    bridge.tell({ type: 'chatChanged', chat: { ...bridge.chat(chatId), ...part } }),
  invoke: (bridge, [command, request]) => bridge.invoke(command as never, request as never),
};

/** Makes one of the moves on the fake main. */
export async function moveBridge<Name extends keyof BridgeMoves>(
  bridge: FakeBridge,
  name: Name,
  args: BridgeMoves[Name],
): Promise<void> {
  await moves[name](bridge, args);
}

import type { Bridge } from './contract';
import { commandChannel, isCommandName, isPushName, pushChannel } from './contract/channels';

/** The used part of Electron's renderer IPC. */
export interface RendererIpc {
  invoke(channel: string, payload: unknown): Promise<unknown>;
  on(channel: string, listener: (event: unknown, payload: unknown) => void): void;
  off(channel: string, listener: (event: unknown, payload: unknown) => void): void;
}

type AnyResult = Awaited<ReturnType<Bridge['invoke']>>;

/**
 * Creates the page's API. Names outside the contract are rejected, Electron's event never reaches the page, and every
 * subscription has a disposer. It contains no other logic: main validates what it receives.
 */
export function createBridge(ipc: RendererIpc): Bridge {
  const invoke = async (name: unknown, request: unknown): Promise<unknown> => {
    if (!isCommandName(name)) return { ok: false, error: { code: 'input.invalid' } } satisfies AnyResult;
    try {
      return await ipc.invoke(commandChannel(name), request);
    } catch {
      // Main is shutting down or never registered the channel; Electron's message would expose internals.
      return { ok: false, error: { code: 'internal' } } satisfies AnyResult;
    }
  };

  const on = (name: unknown, listener: unknown): (() => void) => {
    if (!isPushName(name) || typeof listener !== 'function') return () => undefined;
    const channel = pushChannel(name);
    const strip = (_event: unknown, payload: unknown): void => {
      Reflect.apply(listener, undefined, [payload]);
    };
    ipc.on(channel, strip);
    return () => {
      ipc.off(channel, strip);
    };
  };

  return { invoke: invoke as Bridge['invoke'], on: on };
}

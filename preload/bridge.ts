import type { Bridge } from './contract';
import { commandChannel, isCommandName, isPushName, pushChannel } from './contract/channels';

/** As much of Electron's renderer side as the bridge stands on. */
export interface RendererIpc {
  invoke(channel: string, payload: unknown): Promise<unknown>;
  on(channel: string, listener: (event: unknown, payload: unknown) => void): void;
  off(channel: string, listener: (event: unknown, payload: unknown) => void): void;
}

type AnyResult = Awaited<ReturnType<Bridge['invoke']>>;

/**
 * The only door in the wall. Names the contract does not have go nowhere, Electron's event never reaches the page,
 * and every subscription can be undone. No other logic: what crosses is checked on the other side.
 */
export function createBridge(ipc: RendererIpc): Bridge {
  const invoke = async (name: unknown, request: unknown): Promise<unknown> => {
    if (!isCommandName(name)) return { ok: false, error: { code: 'input.invalid' } } satisfies AnyResult;
    try {
      return await ipc.invoke(commandChannel(name), request);
    } catch {
      // Main is going down or never opened the channel; Electron's own words would only tell of its insides.
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

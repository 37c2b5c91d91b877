import type { Bridge } from '../../preload/contract';

let connected: Bridge | null = null;

/** Sets the bridge of the window. Call it once, before the first store is used. */
export function connectBridge(bridge: Bridge): void {
  connected = bridge;
}

export function currentBridge(): Bridge {
  if (connected === null) throw new Error('the bridge is connected before anything asks for it');
  return connected;
}

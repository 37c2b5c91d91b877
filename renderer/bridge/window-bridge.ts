import type { Bridge } from '../../preload/contract';

declare global {
  interface Window {
    readonly sightline?: Bridge;
  }
}

/** The bridge that the preload script exposes on `window`; only this file reads it. */
export function windowBridge(): Bridge {
  if (window.sightline === undefined) throw new Error('the preload exposes the bridge before the page runs');
  return window.sightline;
}

import type { Bridge } from '../../preload/contract';

declare global {
  interface Window {
    readonly sightline?: Bridge;
  }
}

/** What the preload put on the window; the one place that looks there. */
export function windowBridge(): Bridge {
  if (window.sightline === undefined) throw new Error('the preload exposes the bridge before the page runs');
  return window.sightline;
}

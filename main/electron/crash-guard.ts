import type { Clock } from '../base/clock';

const limit = 3;
const spanMs = 60_000;

export interface CrashGuard {
  mayReload(): boolean;
  /** Somebody chose to try again: what was before does not count any more. */
  forgive(): void;
}

/** Says whether a window that broke may be loaded again, or breaks so often that loading it again would only flicker. */
export function createCrashGuard(clock: Clock): CrashGuard {
  let crashes: number[] = [];
  return {
    mayReload: () => {
      const now = clock.monotonicMs();
      crashes = [...crashes.filter((at) => now - at < spanMs), now];
      return crashes.length < limit;
    },
    forgive: () => {
      crashes = [];
    },
  };
}

import type { Clock } from '../base/clock';

const limit = 3;
const spanMs = 60_000;

export interface CrashGuard {
  mayReload(): boolean;
  /** Resets the count after the user chose to try again. */
  forgive(): void;
}

/** Decides whether a crashed window is loaded again, or crashes so often that loading would only flicker. */
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

import type { Logger } from './log';

/** For a promise nobody awaits: a rejection is logged under what was attempted, never lost. */
export function runInBackground(promise: Promise<unknown>, attempt: string, log: Logger): void {
  promise.catch((cause: unknown) => {
    log.error(`${attempt} failed unexpectedly`, { cause });
  });
}

import type { Logger } from './log';

/** Handles a promise that is not awaited: logs a rejection with the name of the attempt. */
export function runInBackground(promise: Promise<unknown>, attempt: string, log: Logger): void {
  promise.catch((cause: unknown) => {
    log.error(`${attempt} failed unexpectedly`, { cause });
  });
}

import type { Clock } from '../base/clock';

/** Returns the value, or `undefined` if there is none in time or the lookup fails. */
export function within<T>(clock: Clock, ms: number, value: Promise<T>): Promise<T | undefined> {
  return new Promise((resolve) => {
    const cancel = clock.after(ms, () => {
      resolve(undefined);
    });
    const settle = (settled: T | undefined): void => {
      cancel();
      resolve(settled);
    };
    value.then(settle, () => {
      settle(undefined);
    });
  });
}

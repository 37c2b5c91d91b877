import type { Clock, Disposer } from '../base/clock';

const freeInARow = 3;
const spanMs = 8_000;

export interface NotificationThrottle<T> {
  offer(item: T): void;
  stop(): void;
}

/**
 * Limits the rate of notifications. The first few of a period are shown at once; the rest is collected and shown as one
 * number at its end. A period with collected ones starts the next, so a lasting flood is one notification per period.
 */
export function createNotificationThrottle<T>(
  clock: Clock,
  show: { one(item: T): void; many(items: readonly T[]): void },
): NotificationThrottle<T> {
  let passed = 0;
  let held: T[] = [];
  let timer: Disposer | null = null;

  const endSpan = (): void => {
    const rest = held;
    held = [];
    passed = 0;
    timer = null;
    const [only] = rest;
    if (only === undefined) {
      return;
    }
    passed = freeInARow;
    timer = clock.after(spanMs, endSpan);
    if (rest.length === 1) {
      show.one(only);
    } else {
      show.many(rest);
    }
  };

  return {
    offer: (item) => {
      timer ??= clock.after(spanMs, endSpan);
      if (passed < freeInARow) {
        passed += 1;
        show.one(item);
      } else {
        held.push(item);
      }
    },
    stop: () => {
      timer?.();
      timer = null;
      held = [];
      passed = 0;
    },
  };
}

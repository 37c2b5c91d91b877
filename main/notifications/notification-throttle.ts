import type { Clock, Disposer } from '../base/clock';

const freeInARow = 3;
const spanMs = 8_000;

export interface NotificationThrottle<T> {
  offer(notice: T): void;
  stop(): void;
}

/**
 * Keeps a storm from burying the desktop. The first few notices of a span pass at once; what comes on top of them is held
 * until the span is over and then told as one number. A span that ended with a held number starts the next one at once, so
 * that a lasting storm is one notice per span.
 */
export function createNoticeGate<T>(
  clock: Clock,
  show: { one(notice: T): void; many(notices: readonly T[]): void },
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
    offer: (notice) => {
      timer ??= clock.after(spanMs, endSpan);
      if (passed < freeInARow) {
        passed += 1;
        show.one(notice);
      } else {
        held.push(notice);
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

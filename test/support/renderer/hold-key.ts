import { vi } from 'vitest';
import { holdMs } from '../../../renderer/ui/hold/use-hold';

/** Holds a key down for as long as it takes, and lets go. */
export function holdKey(key: string, target: EventTarget = window, forMs: number = holdMs): void {
  const options = {
    key,
    code: `Key${key.toUpperCase()}`,
    shiftKey: /^[A-Z]$/u.test(key),
    bubbles: true,
    cancelable: true,
  };
  const isFake = vi.isFakeTimers();
  if (!isFake) vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  target.dispatchEvent(new KeyboardEvent('keydown', options));
  vi.advanceTimersByTime(forMs);
  target.dispatchEvent(new KeyboardEvent('keyup', options));
  if (!isFake) vi.useRealTimers();
}

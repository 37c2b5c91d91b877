import { vi } from 'vitest';

/** Longer than the wait, so that on a busy machine it is the wait that fails, and says what it waited for. */
vi.setConfig({ testTimeout: 30_000 });

const lookEveryMs = 5;

/**
 * Waits for a condition, on real time, until a deadline; what it returns is what the condition found. For tests on real
 * sockets, where nobody can say when, only how late is too late.
 */
export async function until<T>(
  what: string,
  condition: () => T | null | undefined | false,
  withinMs = 10_000,
): Promise<T> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const found = condition();
    if (found !== null && found !== undefined && found !== false) return found;
    if (performance.now() > deadline) throw new Error(`waited ${withinMs} ms in vain for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  }
}

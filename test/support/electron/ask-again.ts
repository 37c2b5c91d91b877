import type { ElectronApplication } from 'playwright-core';

/** What the driver reports when V8 collected its promise before it had the answer of main. */
const collected = 'promise was garbage collected';
const mostAttempts = 5;

/**
 * Lets the program's `evaluate` ask again when its answer was collected. The question itself may have been carried out, so tests only
 * ask for what may happen twice.
 */
export function askAgainWhenCollected(app: Pick<ElectronApplication, 'evaluate'>): void {
  const ask = app.evaluate.bind(app) as (...question: readonly unknown[]) => Promise<unknown>;
  const askAgain = async (...question: readonly unknown[]): Promise<unknown> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await ask(...question);
      } catch (cause) {
        if (attempt === mostAttempts || !(cause instanceof Error && cause.message.includes(collected))) throw cause;
      }
    }
  };
  Object.assign(app, { evaluate: askAgain });
}

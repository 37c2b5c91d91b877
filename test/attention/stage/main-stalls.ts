import type { ElectronApplication } from 'playwright-core';

const resolutionMs = 5;

/**
 * Follows in main how long its event loop stands still, without the time for which the system ran other programs instead.
 * It is added from outside; the program carries nothing for it.
 */
export class MainStalls {
  readonly #app: ElectronApplication;
  #taken = 0;

  private constructor(app: ElectronApplication) {
    this.#app = app;
  }

  static async follow(app: ElectronApplication): Promise<MainStalls> {
    await app.evaluate((_, resolution) => {
      const { readFileSync } = process.getBuiltinModule('node:fs');
      const thread = {
        // Of the main thread: nanoseconds on a processor, and waiting for one. A method, because tsx names functions by a helper.
        notRunMs() {
          return Number(readFileSync('/proc/self/schedstat', 'latin1').split(' ')[1]) / 1e6;
        },
      };
      const longest = { ms: 0, taken: 0, result: 0 };
      let before = { at: performance.now(), notRun: thread.notRunMs() };
      setInterval(() => {
        const now = { at: performance.now(), notRun: thread.notRunMs() };
        longest.ms = Math.max(longest.ms, now.at - before.at - (now.notRun - before.notRun) - resolution);
        before = now;
      }, resolution);
      Reflect.set(globalThis, 'longestStall', longest);
    }, resolutionMs);
    return new MainStalls(app);
  }

  /** Returns the longest stall in milliseconds since the last call. Numbered, because the driver may have to ask again. */
  take(): Promise<number> {
    this.#taken += 1;
    return this.#app.evaluate((_, taken) => {
      const longest = Reflect.get(globalThis, 'longestStall') as { ms: number; taken: number; result: number };
      if (longest.taken !== taken) Object.assign(longest, { taken, result: longest.ms, ms: 0 });
      return longest.result;
    }, this.#taken);
  }
}

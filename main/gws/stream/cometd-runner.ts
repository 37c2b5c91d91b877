import type { Logger } from '../../base/log';

/**
 * The one way into the `cometd` library and out of it.
 *
 * In: the library was written for browsers and reads a global called `window` wherever it goes. It finds one exactly
 * while it runs, and nobody else in the process ever does: other packages take a `window` for the proof that they are in
 * a browser. Everything that enters it (calls, timers, answers) comes through `enter`, so nothing in it runs without.
 *
 * Out: what it has to tell is put down with `report` and told after it has returned, so that a listener can throw, take
 * long, or end the connection without the library being in the middle of something.
 */
export class CometdRunner {
  readonly #log: Logger;
  readonly #reports: (() => void)[] = [];
  #depth = 0;
  #isTelling = false;

  constructor(log: Logger) {
    this.#log = log;
  }

  run<T>(work: () => T): T {
    this.#depth += 1;
    try {
      return withWindow(work);
    } finally {
      this.#depth -= 1;
      this.#tell();
    }
  }

  /** Told in the order they are put down; one put down while telling comes after all that are waiting. */
  defer(report: () => void): void {
    this.#reports.push(report);
    this.#tell();
  }

  #tell(): void {
    if (this.#depth > 0 || this.#isTelling) return;
    this.#isTelling = true;
    for (let report = this.#reports.shift(); report !== undefined; report = this.#reports.shift()) {
      try {
        report();
      } catch (cause) {
        // One listener's mistake must neither cost the others their news nor stop the polling.
        this.#log.error('a report from the stream was not taken well', { cause });
      }
    }
    this.#isTelling = false;
  }
}

/** Timers, transports and log are all replaced by ours, so this is the only thing left that the library looks for. */
const shim = { XMLHttpRequest: { UNSENT: 0 } };

function withWindow<T>(work: () => T): T {
  if ('window' in globalThis) return work();
  Object.defineProperty(globalThis, 'window', { value: shim, configurable: true, enumerable: false });
  try {
    return work();
  } finally {
    Reflect.deleteProperty(globalThis, 'window');
  }
}

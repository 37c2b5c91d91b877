import type { Logger } from '../../base/log';

/**
 * The only way into and out of the `cometd` library.
 *
 * In: the library was written for browsers and reads a global `window`. A stub exists only while library code runs,
 * because other packages take a global `window` as proof of a browser. Every call, timer and response must therefore
 * go through `run`.
 *
 * Out: callbacks passed to `defer` run after the library has returned, so that a listener may throw, take long or
 * close the connection without interrupting the library.
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
      this.#runDeferred();
    }
  }

  /** Callbacks run in order; one deferred by a callback runs after all that are waiting. */
  defer(report: () => void): void {
    this.#reports.push(report);
    this.#runDeferred();
  }

  #runDeferred(): void {
    if (this.#depth > 0 || this.#isTelling) return;
    this.#isTelling = true;
    for (let report = this.#reports.shift(); report !== undefined; report = this.#reports.shift()) {
      try {
        report();
      } catch (cause) {
        // An error in one listener must neither affect the others nor stop the polling.
        this.#log.error('stream listener threw', { cause });
      }
    }
    this.#isTelling = false;
  }
}

/** Timers, transports and log are replaced by ours, so the library needs nothing else of `window`. */
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

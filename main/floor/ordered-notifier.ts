import type { Logger } from '../base/log';

/**
 * Notifies listeners one after another. A notification started inside another one waits, so all listeners receive all
 * notifications in the same order. A listener that throws is logged and does not stop the others.
 */
export class OrderedNotifier {
  readonly #log: Logger;
  readonly #waiting: (() => void)[] = [];
  #isUnderWay = false;

  constructor(log: Logger) {
    this.#log = log;
  }

  notify<T>(listeners: Iterable<(value: T) => void>, value: T): void {
    this.#waiting.push(() => {
      for (const listener of [...listeners]) this.#notifyOne(listener, value);
    });
    if (this.#isUnderWay) return;
    this.#isUnderWay = true;
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) next();
    this.#isUnderWay = false;
  }

  #notifyOne<T>(listener: (value: T) => void, value: T): void {
    try {
      listener(value);
    } catch (cause) {
      this.#log.error('floor listener threw', { cause });
    }
  }
}

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

  notify<T>(listeners: Iterable<(news: T) => void>, news: T): void {
    this.#waiting.push(() => {
      for (const listener of [...listeners]) this.#tellOne(listener, news);
    });
    if (this.#isUnderWay) return;
    this.#isUnderWay = true;
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) next();
    this.#isUnderWay = false;
  }

  #tellOne<T>(listener: (news: T) => void, news: T): void {
    try {
      listener(news);
    } catch (cause) {
      this.#log.error('a listener of the floor failed', { cause });
    }
  }
}

import type { Logger } from '../base/log';

/**
 * Tells several listeners one thing after another. A round that is started from within another waits for its turn, so
 * everybody hears everything in the same order; a listener that throws is reported and keeps nobody from hearing.
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

import type { Clock } from '../base/clock';
import type { Logger } from '../base/log';
import { isRecord } from '../base/record';
import type { SpellingQuestion, SpellingRequest } from './messages';

/** A running process. */
export interface SpellingChild {
  post(request: SpellingRequest): void;
  kill(): void;
}

export interface SpellingChildEvents {
  readonly message: (reply: unknown) => void;
  readonly exit: (code: number) => void;
}

export interface SpellingClientOptions {
  readonly launch: (events: SpellingChildEvents) => SpellingChild;
  /** Asked after every unexpected exit; `false` if there were too many. */
  readonly mayRestart: () => boolean;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Milliseconds. Reading the dictionaries takes a second or two; after this the process hangs. */
const checkLimitMs = 15_000;
/** Milliseconds. The context menu waits for one such question, and opens after this in any case. */
const suggestLimitMs = 1_500;

interface Waiting {
  readonly settle: (words: readonly string[] | null) => void;
}

/**
 * Talks to the process that has the dictionaries. It starts with the first question and again with the next one after a crash.
 * One that does not answer a check is ended. After repeated crashes nothing is checked any more: the supervisor can work
 * without. `null` for a check is never "all right", but "not known".
 */
export class SpellingClient {
  readonly #options: SpellingClientOptions;
  readonly #waiting = new Map<number, Waiting>();
  #child: SpellingChild | null = null;
  #isGivenUp = false;
  #hasReportedDictionaries = false;
  #lastId = 0;

  constructor(options: SpellingClientOptions) {
    this.#options = options;
  }

  get isRunning(): boolean {
    return this.#child !== null;
  }

  ask(question: SpellingQuestion): Promise<readonly string[] | null> {
    if (this.#isGivenUp) return Promise.resolve(null);
    const child = (this.#child ??= this.#launch());
    const id = (this.#lastId += 1);
    return new Promise((resolve) => {
      const isCheck = question.type === 'check';
      const disposeDeadline = this.#options.clock.after(isCheck ? checkLimitMs : suggestLimitMs, () => {
        this.#settle(id, null);
        if (isCheck && child === this.#child) child.kill();
      });
      this.#waiting.set(id, {
        settle: (words) => {
          disposeDeadline();
          resolve(words);
        },
      });
      child.post({ id, question });
    });
  }

  /** Ends the process, and with it what it remembers of the words. The next question starts another. */
  stop(): void {
    const child = this.#child;
    this.#child = null;
    this.#settleAll();
    child?.kill();
  }

  #launch(): SpellingChild {
    const child: SpellingChild = this.#options.launch({
      message: (reply) => {
        if (child === this.#child) this.#received(reply);
      },
      exit: (code) => {
        if (child === this.#child) this.#exited(code);
      },
    });
    return child;
  }

  #received(reply: unknown): void {
    if (!isRecord(reply) || typeof reply['id'] !== 'number') return;
    const { id, words } = reply;
    if (reply['isUnreadable'] === true && !this.#hasReportedDictionaries) {
      this.#hasReportedDictionaries = true;
      this.#options.log.warn('dictionaries could not be read, spelling is not checked');
    }
    this.#settle(id, Array.isArray(words) ? words.filter((word) => typeof word === 'string') : null);
  }

  #exited(code: number): void {
    this.#child = null;
    this.#isGivenUp = !this.#options.mayRestart();
    if (this.#isGivenUp) this.#options.log.error('spelling process keeps exiting, spelling is not checked', { code });
    else this.#options.log.warn('spelling process exited', { code });
    this.#settleAll();
  }

  #settleAll(): void {
    for (const id of [...this.#waiting.keys()]) this.#settle(id, null);
  }

  #settle(id: number, words: readonly string[] | null): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    waiting?.settle(words);
  }
}

import type { Disposition, HandOverTarget, PastInteraction, Result } from '../../../preload/contract';
import { done, succeed } from '../../../main/base/result';
import type { ContactCentre, Receipt } from '../../../main/floor/contact-centre';
import type { EntryUpdate } from '../../../main/floor/events';

interface Asked {
  readonly what: string;
  readonly request: unknown;
}

interface Known {
  queues: Result<readonly HandOverTarget[]>;
  dispositions: Result<readonly Disposition[]>;
  history: Result<readonly PastInteraction[]>;
  transcript: Result<readonly EntryUpdate[]>;
}

/**
 * Records every request and responds as configured: at once, or when the test releases the response. It is the port alone, because
 * its tests decide in which order responses and events arrive; no contact centre is behind it.
 */
export class FakeContactCentre implements ContactCentre {
  readonly asked: Asked[] = [];
  resynchronisations = 0;
  /** What can be looked up; a `Result` that failed takes the place of a list. */
  known: Known = { queues: succeed([]), dispositions: succeed([]), history: succeed([]), transcript: succeed([]) };
  #answers: (Result<Receipt> | Error)[] = [];
  #held: ((result: Result<Receipt>) => void)[] = [];
  #isHolding = false;

  /** The next requests get these answers, in this order; without one they are accepted. */
  answerNext(...answers: (Result<Receipt> | Error)[]): void {
    this.#answers.push(...answers);
  }

  /** From now on requests wait until `release`. */
  hold(): void {
    this.#isHolding = true;
  }

  release(result: Result<Receipt> = done): void {
    this.#held.shift()?.(result);
  }

  resynchronise(): void {
    this.resynchronisations += 1;
  }

  /** Records the operation by its name, with the id of the chat. */
  readonly operate: ContactCentre['operate'] = (operation, { id }, request) =>
    this.#take(operation, { chatId: id, ...request });
  readonly typing: ContactCentre['typing'] = ({ id }, request) => this.#take('typing', { chatId: id, ...request });
  watch = this.#taking('watch');
  stopWatching = this.#taking('stopWatching');
  setReady = this.#taking('setReady');
  setNotReady = this.#taking('setNotReady');
  queues = this.#telling('queues', () => this.known.queues);
  dispositions = this.#telling('dispositions', () => this.known.dispositions);
  customerHistory = this.#telling('customerHistory', () => this.known.history);
  pastTranscript = this.#telling('pastTranscript', () => this.known.transcript);

  #telling<T>(what: string, tell: () => Result<T>): (request?: unknown) => Promise<Result<T>> {
    return (request) => {
      this.asked.push({ what, request });
      return Promise.resolve(tell());
    };
  }

  #taking(what: string): (request: unknown) => Promise<Result<Receipt>> {
    return (request) => this.#take(what, request);
  }

  #take(what: string, request: unknown): Promise<Result<Receipt>> {
    this.asked.push({ what, request });
    const answer = this.#answers.shift();
    if (answer instanceof Error) return Promise.reject(answer);
    if (!this.#isHolding) return Promise.resolve(answer ?? done);
    return new Promise((resolve) => this.#held.push(resolve));
  }
}

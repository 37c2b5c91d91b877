import type { Done, Result } from '../../../preload/contract';
import { done } from '../../../main/base/result';
import type { ContactCentre } from '../../../main/floor/contact-centre';

interface Asked {
  readonly what: string;
  readonly request: unknown;
}

/** Takes every request down and answers as told: at once, or when the test says so. */
export class FakeContactCentre implements ContactCentre {
  readonly asked: Asked[] = [];
  resynchronisations = 0;
  #answers: (Result<Done> | Error)[] = [];
  #held: ((result: Result<Done>) => void)[] = [];
  #isHolding = false;

  /** The next requests get these answers, in this order; without one they are accepted. */
  answerNext(...answers: (Result<Done> | Error)[]): void {
    this.#answers.push(...answers);
  }

  /** From now on requests wait until `release`. */
  hold(): void {
    this.#isHolding = true;
  }

  release(result: Result<Done> = done): void {
    this.#held.shift()?.(result);
  }

  resynchronise(): void {
    this.resynchronisations += 1;
  }

  watch = this.#taking('watch');
  stopWatching = this.#taking('stopWatching');
  intrude = this.#taking('intrude');
  accept = this.#taking('accept');
  reject = this.#taking('reject');
  switchMode = this.#taking('switchMode');
  sendToEveryone = this.#taking('sendToEveryone');
  sendToAgents = this.#taking('sendToAgents');
  typing = this.#taking('typing');
  leave = this.#taking('leave');

  #taking(what: string): (request: unknown) => Promise<Result<Done>> {
    return (request) => {
      this.asked.push({ what, request });
      const answer = this.#answers.shift();
      if (answer instanceof Error) return Promise.reject(answer);
      if (!this.#isHolding) return Promise.resolve(answer ?? done);
      return new Promise((resolve) => this.#held.push(resolve));
    };
  }
}

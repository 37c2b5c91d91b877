import type { AppError } from '../../../preload/contract';

/**
 * Tracks whether a server has an undocumented read. A `command.notFound` before any success means that it does not,
 * until `forgetAbsence` is called: a balancer or a starting node may send the same response. After a success it only
 * means that this id does not exist.
 */
export class EndpointSupport {
  #has: boolean | null = null;

  get isWorthTrying(): boolean {
    return this.#has !== false;
  }

  /** `null` while unknown. */
  get has(): boolean | null {
    return this.#has;
  }

  /** Forgets that the server lacks the read, but not that it has it. */
  forgetAbsence(): void {
    if (this.#has === false) this.#has = null;
  }

  answered(): void {
    this.#has = true;
  }

  recordFailure(error: AppError): void {
    const isAbsent = error.code === 'command.notFound' || error.code === 'command.forbidden';
    if (isAbsent && this.#has === null) this.#has = false;
  }
}

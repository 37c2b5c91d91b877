import type { AppError } from '../../../preload/contract';

/**
 * Whether a server has a read that the documentation does not promise. One that answers "no such thing" before it ever
 * gave an answer does not seem to have it, and is left alone until somebody reconsiders: a balancer or a node that is
 * just starting says the same words once. One that did give answers merely has nothing under that one id.
 */
export class EndpointSupport {
  #has: boolean | null = null;

  get isWorthTrying(): boolean {
    return this.#has !== false;
  }

  /** `null` while nobody knows. */
  get has(): boolean | null {
    return this.#has;
  }

  /** Takes back the conclusion that the server does not have it, not the proof that it does. */
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

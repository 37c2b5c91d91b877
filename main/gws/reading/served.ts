import type { AppError } from '../../../preload/contract';

/**
 * Whether a server has a read that the documentation does not promise. One that answers "no such thing" before it ever
 * gave an answer does not have it, and is not asked again in this sign-in; one that did give answers merely has nothing
 * under that one id.
 */
export class ServedReads {
  #has: boolean | null = null;

  get isWorthAsking(): boolean {
    return this.#has !== false;
  }

  /** `null` while nobody knows. */
  get has(): boolean | null {
    return this.#has;
  }

  answered(): void {
    this.#has = true;
  }

  refused(error: AppError): void {
    const isAbsent = error.code === 'command.notFound' || error.code === 'command.forbidden';
    if (isAbsent && this.#has === null) this.#has = false;
  }
}

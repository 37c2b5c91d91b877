import type { UserDataValue } from './model';
import { refuse, StatusCode, type Answer } from './operation-result';

/** The JSON body of an operation; each parameter is validated when it is read. */
export class Parameters {
  readonly #body: Readonly<Record<string, unknown>>;

  constructor(body: Readonly<Record<string, unknown>>) {
    this.#body = body;
  }

  text(name: string): string | null {
    const value = this.#body[name];
    return typeof value === 'string' && value !== '' ? value : null;
  }

  texts(name: string): readonly string[] | null {
    const value = this.#body[name];
    return Array.isArray(value) && value.every((entry) => typeof entry === 'string') ? value : null;
  }

  /** Attached data cannot hold nested or boolean values. */
  data(name: string): Readonly<Record<string, UserDataValue>> | null {
    const value = this.#body[name];
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
    const entries = Object.entries(value as Record<string, unknown>);
    const isPlain = entries.every(([, held]) => held === null || typeof held === 'string' || typeof held === 'number');
    return isPlain ? (value as Record<string, UserDataValue>) : null;
  }

  /** Returns `null` when absent, and a refusal when it is not one of the allowed words. */
  oneOf<T extends string>(name: string, allowed: readonly T[]): T | null | Answer {
    const value = this.#body[name];
    if (value === undefined || value === null) return null;
    const found = allowed.find((word) => word === value);
    return found ?? refuse(StatusCode.outOfRange, `Parameter ${name} must be one of: ${allowed.join(', ')}`);
  }
}

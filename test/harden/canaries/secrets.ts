import type { Chance } from '../../faults/world/chance';

/** What this program writes itself: words that occur nowhere else, so that every find is a leak. */
export const writtenSecrets = [
  ...['password', 'password at the identity provider', 'password of the proxy'],
  ...['text of the customer', 'text of the agent', 'text for agents only', 'own text', 'draft', 'text in the search'],
  ...['name of the customer', 'name of a customer behind single sign-on', 'subject', 'attached value', 'attached key'],
  ...['e-mail in a text', 'number in a text'],
] as const;

export type WrittenSecret = (typeof writtenSecrets)[number];

/** What the servers make up, taken from the traffic as it passes. */
export const observedSecrets = [
  ...['session cookie', 'stream cookie', 'CSRF token', 'client id of the stream', 'credentials of a request'],
  ...['cookie of the gate', 'cookie of the identity provider', 'SAML response', 'credentials for the proxy'],
] as const;

export type ObservedSecret = (typeof observedSecrets)[number];

export const secretNames: readonly string[] = [...writtenSecrets, ...observedSecrets];

const letters = 'bcdfghjkmnpqrstvwxz'.split('');
const digits = '123456789'.split('');

/** All secrets of one run: those that were written, and every value that was observed. */
export class Secrets {
  readonly #written: ReadonlyMap<WrittenSecret, string>;
  readonly #observed = new Map<ObservedSecret, Set<string>>();

  constructor(chance: Chance) {
    const word = (): string => Array.from({ length: 12 }, () => chance.pick(letters)).join('');
    const number = (): string => Array.from({ length: 16 }, () => chance.pick(digits)).join('');
    this.#written = new Map(
      writtenSecrets.map((name) => {
        if (name === 'number in a text') return [name, number()];
        return [name, name === 'e-mail in a text' ? `${word()}@example.com` : word()];
      }),
    );
  }

  written(name: WrittenSecret): string {
    return this.#written.get(name) ?? '';
  }

  observe(name: ObservedSecret, value: string): void {
    this.#observed.set(name, (this.#observed.get(name) ?? new Set()).add(value));
  }

  /** Names of secrets without a value, which a search could not find. */
  missing(): readonly string[] {
    const known = new Set(this.entries().map(([name]) => name));
    return secretNames.filter((name) => !known.has(name));
  }

  entries(): readonly (readonly [name: string, value: string])[] {
    const observed = [...this.#observed].flatMap(([name, values]) =>
      [...values].map((value) => [name, value] as const),
    );
    return [...this.#written, ...observed];
  }
}

/** The byte forms in which a value could be stored: plain, two bytes a character, escaped, and in the three places of base64. */
export function formsOf(value: string): readonly Buffer[] {
  const shifted = [0, 1, 2].map((before) => {
    const whole = Buffer.from('\0'.repeat(before) + value).toString('base64');
    // The first and the last characters also depend on what is around the value.
    return whole.slice(before === 0 ? 0 : before + 1, -4);
  });
  const texts = [value, encodeURIComponent(value), ...shifted];
  return [...texts.map((text) => Buffer.from(text)), Buffer.from(value, 'utf16le')];
}

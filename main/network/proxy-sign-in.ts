import { plainLine } from '../../preload/contract/text/plain-line';
import type { NetworkQuestions } from './network-questions';

/** A proxy that requires a sign-in, as it presents itself. */
export interface ProxyIdentity {
  readonly host: string;
  readonly port: number;
  readonly realm: string;
}

export interface ProxyCredentials {
  readonly userName: string;
  readonly password: string;
}

export interface ProxySignInOptions {
  readonly questions: Pick<NetworkQuestions, 'ask'>;
  /** Named values that survive a restart. */
  readonly memory: {
    read(name: string): unknown;
    write(name: string, value: unknown): boolean;
    remove(name: string): boolean;
  };
  readonly secrets: {
    state(): string;
    seal(secret: string): Promise<unknown>;
    open(sealed: unknown): Promise<string | null>;
  };
  /** False if the policy forbids saved passwords. */
  readonly isSavingAllowed: boolean;
}

const storedName = 'proxyPassword';
const maxRealmLength = 120;

/**
 * Credentials for proxies. They belong to one proxy and its realm and are never given for another one. They are kept in
 * memory, and in the secret store if the user chose so.
 *
 * A refused pair is forgotten at once and never sent again: a proxy asks for ever, and repeated attempts lock accounts.
 */
export class ProxySignIn {
  readonly #options: ProxySignInOptions;
  readonly #known = new Map<string, ProxyCredentials>();
  readonly #refused = new Set<string>();

  constructor(options: ProxySignInOptions) {
    this.#options = options;
    if (!options.isSavingAllowed) options.memory.remove(storedName);
  }

  /** Returns the credentials for this proxy. Without any it asks the user and returns `null` at once. */
  async credentialsFor(proxy: ProxyIdentity): Promise<ProxyCredentials | null> {
    const key = keyOf(proxy);
    const known = this.#known.get(key) ?? (await this.#saved(key));
    if (known !== null) {
      this.#known.set(key, known);
      return known;
    }
    this.#ask(proxy, key);
    return null;
  }

  /** The proxy refused this pair. A newer one, given meanwhile, stays. */
  refused(proxy: ProxyIdentity, used: ProxyCredentials): void {
    const key = keyOf(proxy);
    const current = this.#known.get(key);
    if (current === undefined || !isSame(current, used)) return;
    this.#known.delete(key);
    this.#refused.add(key);
    if (this.#storedFor(key) !== null) this.#options.memory.remove(storedName);
    this.#ask(proxy, key);
  }

  #ask(proxy: ProxyIdentity, key: string): void {
    const { questions, secrets, isSavingAllowed } = this.#options;
    const question = {
      kind: 'proxySignIn',
      proxy: addressOf(proxy),
      realm: shownRealm(proxy.realm),
      isRetry: this.#refused.has(key),
      canSave: isSavingAllowed && secrets.state() === 'available',
    } as const;
    questions.ask(`proxy ${key}`, question, async (answer) => {
      if (answer.kind !== 'proxySignIn') return;
      const { userName, password, isSaved } = answer;
      this.#known.set(key, { userName, password });
      if (isSaved && isSavingAllowed) await this.#save(key, { userName, password });
    });
  }

  async #save(key: string, { userName, password }: ProxyCredentials): Promise<void> {
    const sealed = await this.#options.secrets.seal(password);
    if (sealed !== null) this.#options.memory.write(storedName, { key, userName, sealed });
  }

  async #saved(key: string): Promise<ProxyCredentials | null> {
    const stored = this.#storedFor(key);
    if (stored === null) return null;
    const password = await this.#options.secrets.open(stored.sealed);
    return password === null ? null : { userName: stored.userName, password };
  }

  #storedFor(key: string): { readonly userName: string; readonly sealed: unknown } | null {
    const stored = this.#options.memory.read(storedName);
    if (typeof stored !== 'object' || stored === null) return null;
    const { key: storedKey, userName, sealed } = stored as Readonly<Record<string, unknown>>;
    return storedKey === key && typeof userName === 'string' ? { userName, sealed } : null;
  }
}

/** Host and port, as shown to the user. */
export function addressOf({ host, port }: Pick<ProxyIdentity, 'host' | 'port'>): string {
  return `${host}:${port}`;
}

/** The realm is a text from outside. */
export function shownRealm(realm: string): string {
  return plainLine(realm, maxRealmLength);
}

function keyOf(proxy: ProxyIdentity): string {
  return `${addressOf(proxy)} ${proxy.realm}`;
}

function isSame(one: ProxyCredentials, other: ProxyCredentials): boolean {
  return one.userName === other.userName && one.password === other.password;
}

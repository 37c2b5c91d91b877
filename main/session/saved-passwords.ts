import type { KeyValueStore, SecretCipher } from './sign-in-memory';
import { recordOf } from '../base/record';
import { isSameAddress, plainAddress, textIn, textsIn } from './stored-values';

/** Whom a password belongs to: one user and the addresses that it may be sent to. */
export interface PasswordOwner {
  readonly url: string;
  readonly otherUrls?: readonly string[];
  readonly userName: string;
}

/**
 * One sealed password per server. `password` is the one stored last, which is all that earlier versions know and remove;
 * `passwords` holds the others by address.
 */
export class SavedPasswords {
  readonly #memory: KeyValueStore;
  readonly #secrets: SecretCipher;

  constructor(memory: KeyValueStore, secrets: SecretCipher) {
    this.#memory = memory;
    this.#secrets = secrets;
  }

  has(owner: PasswordOwner): boolean {
    return this.#find(owner) !== null;
  }

  async read(owner: PasswordOwner): Promise<string | null> {
    const found = this.#find(owner);
    return found === null ? null : this.#secrets.open(found.sealed);
  }

  async keep({ url: serverUrl, otherUrls = [], userName }: PasswordOwner, password: string): Promise<void> {
    const sealed = await this.#secrets.seal(password);
    if (sealed === null) {
      this.remove(serverUrl);
      return;
    }
    const { [plainAddress(serverUrl)]: replaced, ...others } = this.#byAddress();
    if (replaced !== undefined || Object.keys(others).length > 0) this.#memory.write('passwords', others);
    this.#memory.write('password', { serverUrl, otherUrls, userName, sealed });
  }

  /** Returns false if it would still be there after a restart. */
  remove(url: string): boolean {
    // An earlier version may have stored a second one for the same server.
    const isLast = isSameAddress(textIn(this.#memory.read('password'), 'serverUrl'), url);
    const isLastGone = !isLast || this.#memory.remove('password');
    const { [plainAddress(url)]: removed, ...others } = recordOf(this.#memory.read('passwords'));
    return (removed === undefined || this.#memory.write('passwords', others)) && isLastGone;
  }

  removeAll(): void {
    for (const name of ['password', 'passwords']) {
      if (this.#memory.read(name) !== undefined) this.#memory.remove(name);
    }
  }

  #byAddress(): Readonly<Record<string, unknown>> {
    const last = this.#memory.read('password');
    const url = textIn(last, 'serverUrl');
    return { ...recordOf(this.#memory.read('passwords')), ...(url === '' ? {} : { [plainAddress(url)]: last }) };
  }

  #find(owner: PasswordOwner): { readonly sealed: unknown } | null {
    const stored = this.#byAddress()[plainAddress(owner.url)];
    return isFor(stored, owner) ? stored : null;
  }
}

/** Returns whether the password was stored for this user and with every address of the owner. */
function isFor(stored: unknown, { url, otherUrls = [], userName }: PasswordOwner): stored is { sealed: unknown } {
  const isStored = typeof stored === 'object' && stored !== null && 'sealed' in stored;
  if (!isStored || !isSameAddress(textIn(stored, 'serverUrl'), url) || textIn(stored, 'userName') !== userName) {
    return false;
  }
  const keptWith = [url, ...textsIn(stored, 'otherUrls')];
  return otherUrls.every((other) => keptWith.some((kept) => isSameAddress(kept, other)));
}

import type { SecretStoreState } from '../../preload/contract';
import type { Clock, Disposer } from '../base/clock';
import type { Logger } from '../base/log';
import type { SecretCipher } from './sign-in-memory';

/** The system's own store; the port of `main/electron`. */
export interface SystemSecrets {
  /** Name of the store that the system selected. `basic_text` and `unknown` protect nothing. */
  backend(): string;
  /** Returns whether the store can be used without a prompt. Ends in a few seconds, whatever the store does. */
  probe(): Promise<'ready' | Extract<SecretStoreState, 'absent' | 'notResponding' | 'unusable'>>;
  isAvailable(): Promise<boolean>;
  encrypt(plain: string): Promise<Buffer>;
  decrypt(sealed: Buffer): Promise<string>;
  /** Returns false for a ciphertext whose key is known to everyone. */
  isProtected(sealed: Buffer): boolean;
}

export interface SecretStoreOptions {
  readonly system: SystemSecrets;
  readonly clock: Clock;
  readonly log: Logger;
}

/** An encrypted secret. `backend` names the system store that encrypted it. */
interface EncryptedSecret {
  readonly backend: string;
  readonly sealed: string;
}

const checkWithinMs = 4_000;
/** Long enough for the user to unlock the store. */
const useWithinMs = 60_000;
const retryMs = 5_000;

/**
 * Encrypts secrets with the store of the operating system.
 *
 * 1. Nothing waits for the store at the start: its state is `checking` until it replies, however late that is.
 * 2. A store that does not reply is asked again until it does. A call that could block is made only right after a reply.
 * 3. A secret is decrypted only with the store that encrypted it; another one would fail or return garbage.
 */
export class SecretStore implements SecretCipher {
  readonly #options: SecretStoreOptions;
  readonly #listeners = new Set<(state: SecretStoreState) => void>();
  #state: SecretStoreState = 'checking';
  #retry: Disposer | null = null;
  #lastCheck = 0;

  constructor(options: SecretStoreOptions) {
    this.#options = options;
    void this.#check();
  }

  state(): SecretStoreState {
    return this.#state;
  }

  onChange(listener: (state: SecretStoreState) => void): Disposer {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Checks the store again: it may have been unlocked or started since. */
  checkAgain(): void {
    if (this.#state === 'absent' || this.#state === 'unusable') void this.#check();
  }

  async seal(secret: string): Promise<EncryptedSecret | null> {
    const { system, log } = this.#options;
    const bytes = await this.#use('encrypted', () => system.encrypt(secret));
    if (bytes === null) return null;
    if (system.isProtected(bytes)) return { backend: system.backend(), sealed: bytes.toString('base64') };
    log.warn('secret store has no key of its own; password was not stored');
    return null;
  }

  async open(stored: unknown): Promise<string | null> {
    const { system } = this.#options;
    if (!isSealed(stored) || stored.backend !== system.backend()) return null;
    const bytes = Buffer.from(stored.sealed, 'base64');
    return system.isProtected(bytes) ? this.#use('decrypted', () => system.decrypt(bytes)) : null;
  }

  dispose(): void {
    this.#retry?.();
    this.#listeners.clear();
  }

  async #use<T>(what: string, call: () => Promise<T>): Promise<T | null> {
    if ((await this.#check()) !== 'available') return null;
    const result = await this.#within(useWithinMs, call());
    if (result.ok) return result.value;
    this.#options.log.warn(`password could not be ${what}`, { cause: result.cause });
    return null;
  }

  async #check(): Promise<SecretStoreState> {
    this.#lastCheck += 1;
    const check = this.#lastCheck;
    this.#retry?.();
    const { system } = this.#options;
    const probed = isProtecting(system.backend()) ? await system.probe() : 'absent';
    if (probed !== 'ready') return this.#settle(check, probed);
    const asked = system.isAvailable();
    const result = await this.#within(checkWithinMs, asked);
    if (result.ok) return this.#settle(check, result.value ? 'available' : 'unusable');
    if (result.cause !== null) {
      this.#options.log.warn('secret store is not available', { cause: result.cause });
      return this.#settle(check, 'unusable');
    }
    // A late reply still counts.
    asked.then(
      (isAvailable) => this.#settle(check, isAvailable ? 'available' : 'unusable'),
      () => this.#settle(check, 'unusable'),
    );
    return this.#settle(check, 'notResponding');
  }

  #settle(check: number, state: SecretStoreState): SecretStoreState {
    if (check !== this.#lastCheck) return state;
    this.#retry?.();
    this.#retry = state === 'notResponding' ? this.#options.clock.after(retryMs, () => void this.#check()) : null;
    if (state === this.#state) return state;
    this.#state = state;
    for (const listener of [...this.#listeners]) listener(state);
    return state;
  }

  /** `cause` is `null` if the time is over. */
  #within<T>(ms: number, promise: Promise<T>): Promise<{ ok: true; value: T } | { ok: false; cause: unknown }> {
    return new Promise((resolve) => {
      const dispose = this.#options.clock.after(ms, () => {
        resolve({ ok: false, cause: null });
      });
      promise.then(
        (value) => {
          dispose();
          resolve({ ok: true, value });
        },
        (cause: unknown) => {
          dispose();
          resolve({ ok: false, cause: cause ?? new Error('no reason given') });
        },
      );
    });
  }
}

function isProtecting(backend: string): boolean {
  return backend !== 'basic_text' && backend !== 'unknown';
}

function isSealed(stored: unknown): stored is EncryptedSecret {
  return (
    typeof stored === 'object' &&
    stored !== null &&
    'backend' in stored &&
    typeof stored.backend === 'string' &&
    'sealed' in stored &&
    typeof stored.sealed === 'string'
  );
}

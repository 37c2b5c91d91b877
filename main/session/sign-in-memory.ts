import type { SecretStoreState } from '../../preload/contract';

/** Named values that survive a restart. */
export interface KeyValueStore {
  read(name: string): unknown;
  write(name: string, value: unknown): boolean;
  remove(name: string): boolean;
}

export interface SecretCipher {
  state(): SecretStoreState;
  seal(secret: string): Promise<unknown>;
  open(sealed: unknown): Promise<string | null>;
}

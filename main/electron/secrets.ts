import process from 'node:process';
import { safeStorage } from 'electron/main';
import type { Logger } from '../base/log';

/** An encrypted secret. `backend` names the system store that encrypted it. */
export interface EncryptedSecret {
  readonly backend: string;
  readonly sealed: string;
}

export interface SecretStore {
  /** Resolves with false if the system has no real secret store; then nothing is stored. */
  isReal(): Promise<boolean>;
  seal(secret: string): Promise<EncryptedSecret | null>;
  open(sealed: unknown): Promise<string | null>;
}

/** The used part of the system store, for all supported Electron versions. */
interface SystemStore {
  isAvailable(): Promise<boolean>;
  encrypt(plain: string): Promise<Buffer>;
  decrypt(sealed: Buffer): Promise<string>;
}

/** Electron 42 and later has an asynchronous API and more stores; the tests may run on an older version. */
function systemStore(): SystemStore {
  const isAsync = 'isAsyncEncryptionAvailable' in (safeStorage as object);
  return isAsync
    ? {
        isAvailable: () => safeStorage.isAsyncEncryptionAvailable(),
        encrypt: (plain) => safeStorage.encryptStringAsync(plain),
        decrypt: async (sealed) => (await safeStorage.decryptStringAsync(sealed)).result,
      }
    : {
        /* eslint-disable @typescript-eslint/no-deprecated, @typescript-eslint/require-await -- the only way before Electron 42; async so that a throw is a rejection */
        isAvailable: async () => safeStorage.isEncryptionAvailable(),
        encrypt: async (plain) => safeStorage.encryptString(plain),
        decrypt: async (sealed) => safeStorage.decryptString(sealed),
        /* eslint-enable @typescript-eslint/no-deprecated, @typescript-eslint/require-await */
      };
}

/** Returns the backend. On Linux `basic_text` uses a key from Chromium's source, so it protects nothing. */
function backend(): string {
  return process.platform === 'linux' ? safeStorage.getSelectedStorageBackend() : process.platform;
}

/**
 * Encrypts secrets with the operating system's store. A secret is decrypted only with the store that encrypted it;
 * another one would fail or return garbage.
 */
export function createSecretStore(log: Logger): SecretStore {
  const isReal = async (): Promise<boolean> => {
    try {
      return (await systemStore().isAvailable()) && !['basic_text', 'unknown'].includes(backend());
    } catch (cause) {
      log.warn('secret store is not available', { cause });
      return false;
    }
  };
  return {
    isReal,
    seal: async (secret) => {
      if (!(await isReal())) {
        return null;
      }
      try {
        const bytes = await systemStore().encrypt(secret);
        return { backend: backend(), sealed: bytes.toString('base64') };
      } catch (cause) {
        log.warn('password could not be encrypted', { cause });
        return null;
      }
    },
    open: async (stored) => {
      if (!isSealed(stored) || !(await isReal()) || stored.backend !== backend()) {
        return null;
      }
      try {
        return await systemStore().decrypt(Buffer.from(stored.sealed, 'base64'));
      } catch (cause) {
        log.warn('password could not be decrypted', { cause });
        return null;
      }
    },
  };
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

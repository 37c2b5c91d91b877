import process from 'node:process';
import { safeStorage } from 'electron/main';
import type { Logger } from '../base/log';

/** A secret as it is stored: unreadable without the system's key. `backend` names the store that made it. */
export interface EncryptedSecret {
  readonly backend: string;
  readonly sealed: string;
}

export interface SecretStore {
  /** False where the system has no secret store worth the name. Then nothing is kept at all. */
  isReal(): Promise<boolean>;
  seal(secret: string): Promise<EncryptedSecret | null>;
  open(sealed: unknown): Promise<string | null>;
}

/** What is needed of the system's store, whichever way the running Electron offers it. */
interface SystemStore {
  isAvailable(): Promise<boolean>;
  encrypt(plain: string): Promise<Buffer>;
  decrypt(sealed: Buffer): Promise<string>;
}

/** Electron 42 and later ask without blocking and know more stores; the one that tests run on may be older. */
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

/** On Linux `basic_text` is a key that is written in Chromium's source: no secret at all. */
function backend(): string {
  return process.platform === 'linux' ? safeStorage.getSelectedStorageBackend() : process.platform;
}

/**
 * The operating system's secret store. What one store sealed is opened only while that store is in charge, because another would
 * answer with an error at best and with rubbish at worst.
 */
export function createSecretStore(log: Logger): SecretStore {
  const isReal = async (): Promise<boolean> => {
    try {
      return (await systemStore().isAvailable()) && !['basic_text', 'unknown'].includes(backend());
    } catch (cause) {
      log.warn('The secret store cannot be asked', { cause });
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
        log.warn('The secret store did not take the password', { cause });
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
        log.warn('The secret store did not give the password back', { cause });
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

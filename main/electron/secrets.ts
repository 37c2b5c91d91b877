import process from 'node:process';
import { safeStorage } from 'electron/main';
import type { Logger } from '../base/log';

/** A secret as it is stored: unreadable without the system's key. `backend` names the store that made it. */
export interface SealedSecret {
  readonly backend: string;
  readonly sealed: string;
}

export interface SecretStore {
  /** False where the system has no secret store worth the name. Then nothing is kept at all. */
  isReal(): Promise<boolean>;
  seal(secret: string): Promise<SealedSecret | null>;
  open(sealed: unknown): Promise<string | null>;
}

/** Newer Electrons ask the system without blocking and know more stores; the sandbox of tests runs on one that does not. */
interface AsyncSafeStorage {
  isAsyncEncryptionAvailable(): Promise<boolean>;
  encryptStringAsync(plain: string): Promise<Buffer>;
  decryptStringAsync(sealed: Buffer): Promise<{ readonly result: string }>;
}

function asyncApi(): AsyncSafeStorage | null {
  const candidate: unknown = safeStorage;
  const hasAll =
    typeof candidate === 'object' &&
    candidate !== null &&
    'isAsyncEncryptionAvailable' in candidate &&
    'encryptStringAsync' in candidate &&
    'decryptStringAsync' in candidate;
  return hasAll ? (candidate as AsyncSafeStorage) : null;
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
      const isAvailable = (await asyncApi()?.isAsyncEncryptionAvailable()) ?? safeStorage.isEncryptionAvailable();
      return isAvailable && !['basic_text', 'unknown'].includes(backend());
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
        const bytes = (await asyncApi()?.encryptStringAsync(secret)) ?? safeStorage.encryptString(secret);
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
        const bytes = Buffer.from(stored.sealed, 'base64');
        return (await asyncApi()?.decryptStringAsync(bytes))?.result ?? safeStorage.decryptString(bytes);
      } catch (cause) {
        log.warn('The secret store did not give the password back', { cause });
        return null;
      }
    },
  };
}

function isSealed(stored: unknown): stored is SealedSecret {
  return (
    typeof stored === 'object' &&
    stored !== null &&
    'backend' in stored &&
    typeof stored.backend === 'string' &&
    'sealed' in stored &&
    typeof stored.sealed === 'string'
  );
}

import process from 'node:process';
import { safeStorage } from 'electron/main';
import type { SessionBus } from '../dbus/bus-port';
import { probeSecretService } from '../dbus/secret-service';
import type { SystemSecrets } from '../session/secret-store';

/** Chromium marks with it what it encrypted with a key from its own source. */
const fixedKeyPrefix = 'v10';

/**
 * The secret store of the operating system. Electron 42 and later has asynchronous calls, which are used where they
 * exist; the tests may run on an older version, whose calls block until the store replies. `bus` is that of a Linux
 * desktop: there the store is a service, which is asked for a sign of life first.
 */
export function systemSecrets(bus: SessionBus | null): SystemSecrets {
  const isAsync = 'isAsyncEncryptionAvailable' in (safeStorage as object);
  const backend = (): string =>
    process.platform === 'linux' ? safeStorage.getSelectedStorageBackend() : process.platform;
  const calls = isAsync
    ? {
        isAvailable: () => safeStorage.isAsyncEncryptionAvailable(),
        encrypt: (plain: string) => safeStorage.encryptStringAsync(plain),
        decrypt: async (sealed: Buffer) => (await safeStorage.decryptStringAsync(sealed)).result,
      }
    : {
        /* eslint-disable @typescript-eslint/no-deprecated, @typescript-eslint/require-await -- the only way before Electron 42; async so that a throw is a rejection */
        isAvailable: async () => safeStorage.isEncryptionAvailable(),
        encrypt: async (plain: string) => safeStorage.encryptString(plain),
        decrypt: async (sealed: Buffer) => safeStorage.decryptString(sealed),
        /* eslint-enable @typescript-eslint/no-deprecated, @typescript-eslint/require-await */
      };
  return {
    ...calls,
    backend,
    probe: () => (bus === null ? Promise.resolve('ready') : probeSecretService(bus, backend())),
    isProtected: (sealed) =>
      process.platform !== 'linux' || sealed.subarray(0, fixedKeyPrefix.length).toString('latin1') !== fixedKeyPrefix,
  };
}

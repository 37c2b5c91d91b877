import type { Result } from '../../../preload/contract';
import { fail } from '../../../main/base/result';
import type { HandlerPorts } from '../../../main/ipc/handlers';
import type { KeyValueStore } from '../../../main/session/sign-in-memory';

export const noPractice = {
  start: (): Promise<Result<string>> => Promise.resolve({ ok: false, error: { code: 'practice.notStarted' } }),
  stop: () => Promise.resolve(),
};

export const noSupport: HandlerPorts['support'] = {
  diagnostics: () => Promise.resolve(fail('internal')),
  save: () => Promise.resolve(fail('internal')),
  showLog: () => fail('internal'),
  crashDumps: () => Promise.resolve(fail('internal')),
  removeCrashDumps: () => Promise.resolve(fail('internal')),
};

export const noDesktop: HandlerPorts['desktop'] = {
  state: () => ({
    ...{ notifications: 'notKnown', tray: 'notKnown', doNotDisturb: 'notKnown', sound: 'working' },
    ...{ notice: [], selfTest: 'idle' },
  }),
  startTest: () => undefined,
  dismissNotice: () => undefined,
  soundReported: () => undefined,
};

export const noSecrets = {
  state: () => 'absent' as const,
  seal: () => Promise.resolve(null),
  open: () => Promise.resolve(null),
};

/** The settings file in memory. */
export function memoryFile(): KeyValueStore {
  const values = new Map<string, unknown>();
  return {
    read: (name: string): unknown => values.get(name),
    write: (name: string, value: unknown): boolean => {
      values.set(name, structuredClone(value));
      return true;
    },
    remove: (name: string): boolean => {
      values.delete(name);
      return true;
    },
  };
}

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createLogger, type LogLine } from '../../../main/base/log';
import { readPolicy } from '../../../main/policy/policy-schema';
import { findPolicy } from '../../../main/policy/stored-policy';
import { openGuardedStore, type Store } from '../../../main/settings/guarded-store';
import { openSettingsStore } from '../../../main/settings/settings-store';
import type { BrokenValues } from './broken-values';

/** What went wrong with one file; empty if all is as promised. */
export type Complaints = readonly string[];

/** Reads a broken policy as the console does at its start. */
export function complaintsOfPolicy({ text, broken, good }: BrokenValues, folder: string): Complaints {
  const file = path.join(folder, 'policy.json');
  writeFileSync(file, text);
  try {
    const { state, settings, logLevel } = readPolicy(findPolicy('linux', file));
    const applied: Readonly<Record<string, unknown>> = {
      ...settings,
      ...state.rights,
      ...{ allowedHosts: state.allowedHosts, logLevel },
    };
    const named = state.problems.map(({ name }) => name);
    return [...unnamed(broken ?? [null], named), ...lost(good, applied)];
  } catch (cause) {
    return [`failed start: ${String(cause)}`];
  }
}

/** Reads broken settings as the console does at its start, changes one, and reads them again. */
export function complaintsOfSettings({ text, broken, good }: BrokenValues, folder: string, now: number): Complaints {
  const file = path.join(folder, 'settings.json');
  // The settings are one value of the file; a file that is broken as a whole is taken as it is.
  writeFileSync(file, broken === null ? text : `{"settings":${text}}`);
  const lines: LogLine[] = [];
  const log = createLogger('settings', (line) => lines.push(line));
  const open = () => {
    const guarded = openGuardedStore({ file, openStore: () => new JsonFile(file), log, now: () => now });
    return { guarded, settings: openSettingsStore(guarded, log) };
  };
  try {
    const { guarded, settings } = open();
    const before = lost(good, settings.current());
    const named =
      broken === null
        ? [guarded.takeProblem() === null ? 'nothing' : null]
        : lines.flatMap(({ facts }) => (facts['invalidKeys'] as readonly string[] | undefined) ?? []);
    const change = settings.change({ sidePanelOpen: !settings.current().sidePanelOpen });
    const { sidePanelOpen: changed, ...unchanged } = good;
    const after = lost(unchanged, open().settings.current());
    return [
      ...unnamed(broken ?? [null], named),
      ...before,
      ...after.map((one) => `after a change: ${one}`),
      ...(change.ok ? [] : [`not saved: ${String(changed)}`]),
    ];
  } catch (cause) {
    return [`failed start: ${String(cause)}`];
  }
}

function unnamed(broken: readonly (string | null)[], named: readonly (string | null)[]): Complaints {
  return broken.filter((name) => !named.includes(name)).map((name) => `not named: ${name ?? 'the file'}`);
}

function lost(good: Readonly<Record<string, unknown>>, applied: object): Complaints {
  const isKept = (name: string): boolean => JSON.stringify(Reflect.get(applied, name)) === JSON.stringify(good[name]);
  return Object.keys(good)
    .filter((name) => !isKept(name))
    .map((name) => `lost: ${name}`);
}

/** Stands for `electron-store`, which needs a running Electron. */
class JsonFile implements Store {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  get store(): Record<string, unknown> {
    return existsSync(this.#file) ? (JSON.parse(readFileSync(this.#file, 'utf8')) as Record<string, unknown>) : {};
  }

  set store(values: Record<string, unknown>) {
    writeFileSync(this.#file, JSON.stringify(values));
  }
}

import { writeSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import Store from 'electron-store';
import { createLogger } from '../../../main/base/log';
import { openGuardedStore, type GuardedStore } from '../../../main/settings/guarded-store';

/**
 * A program that stores settings with the product's code, to be killed and starved by `settings.kill`.
 *
 * `writer.ts write <folder> <first> <last> <bytes>` prints what it found, then writes one number after the other and prints each
 * acknowledged one. `writer.ts read <folder>...` prints what it found in each. One JSON value a line.
 */
export interface Found {
  readonly folder: string;
  readonly number: number | null;
  readonly problem: 'restored' | 'reset' | null;
  /** Whether a write after the start is acknowledged and found again. */
  readonly isUsable: boolean;
}

function open(folder: string): GuardedStore {
  return openGuardedStore({
    file: path.join(folder, 'settings.json'),
    openStore: () =>
      new Store<Record<string, unknown>>({
        name: 'settings',
        cwd: folder,
        clearInvalidConfig: true,
        accessPropertiesByDotNotation: false,
      }),
    log: createLogger('settings', () => undefined),
    now: Date.now,
  });
}

function numberIn(store: GuardedStore): number | null {
  const settings = store.read('settings') as { readonly number?: unknown } | undefined;
  return typeof settings?.number === 'number' ? settings.number : null;
}

function say(value: unknown): void {
  writeSync(1, `${JSON.stringify(value)}\n`);
}

const [task, ...rest] = process.argv.slice(2);
if (task === 'write') {
  const [folder = '', first = '0', last = '0', bytes = '0'] = rest;
  const store = open(folder);
  say({ folder, number: numberIn(store), problem: store.takeProblem(), isUsable: true } satisfies Found);
  for (let number = Number(first); number <= Number(last); number += 1) {
    if (store.write('settings', { number, filler: 'x'.repeat(Number(bytes)) })) say(number);
  }
} else {
  for (const folder of rest) {
    const store = open(folder);
    const found = { folder, number: numberIn(store), problem: store.takeProblem() };
    const isUsable = store.write('window', {}) && numberIn(open(folder)) === found.number;
    say({ ...found, isUsable } satisfies Found);
  }
}

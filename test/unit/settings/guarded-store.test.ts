import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openGuardedStore, type GuardedStore } from '../../../main/settings/guarded-store';
import { QuietLog } from '../../support/gws/quiet-log';

/** A store that writes only a part of the file and reports no error, as the real one does on a full disk. */
class PlainStore {
  roomFor = Number.POSITIVE_INFINITY;
  error: Error | null = null;
  readonly file: string;
  constructor(file: string) {
    this.file = file;
  }
  set store(values: Record<string, unknown>) {
    if (this.error !== null) throw this.error;
    writeFileSync(this.file, JSON.stringify(values).slice(0, this.roomFor));
  }
  get store(): Record<string, unknown> {
    return JSON.parse(readFileSync(this.file, 'utf8')) as Record<string, unknown>;
  }
}

let folder = '';
let file = '';
let plain: PlainStore;
const log = new QuietLog();
const open = (): GuardedStore =>
  openGuardedStore({ file, openStore: () => plain, log: log.for('settings'), now: () => 0 });
const onDisk = (): unknown => JSON.parse(readFileSync(file, 'utf8'));
const dark = { theme: 'dark' };
const light = { theme: 'light' };

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sightline-guarded-'));
  file = path.join(folder, 'settings.json');
  plain = new PlainStore(file);
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('openGuardedStore', () => {
  it('returns what was written, and nothing that was removed', () => {
    const first = open();
    expect([first.write('settings', dark), first.write('window', {}), first.remove('window')]).toEqual([
      true,
      true,
      true,
    ]);
    const next = open();
    expect([next.read('settings'), next.read('window'), next.read('toString')]).toEqual([dark, undefined, undefined]);
    expect(next.takeProblem()).toBeNull();
  });

  it('undoes an incomplete write, reports it, and keeps the value until the program ends', () => {
    const store = open();
    store.write('settings', dark);
    plain.roomFor = 9;
    expect(store.write('settings', light)).toBe(false);
    expect(onDisk()).toEqual({ settings: dark });
    expect(store.read('settings')).toEqual(light);
    plain.roomFor = Number.POSITIVE_INFINITY;
    expect(store.write('profile', {})).toBe(true);
    expect(onDisk()).toEqual({ settings: light, profile: {} });
  });

  it('leaves nothing behind when the very first write was incomplete', () => {
    plain.roomFor = 9;
    expect(open().write('settings', dark)).toBe(false);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('survives a store that does not write', () => {
    const store = open();
    plain.error = new Error('EROFS');
    expect([store.write('settings', dark), store.read('settings')]).toEqual([false, dark]);
  });

  it.each(['', '{"settings":{"theme":"li', 'null', '[]', '{"settings":5}', '{"profile":null}'])(
    'restores the last good values when the file contains %j, and reports it once',
    (damaged) => {
      const store = open();
      store.write('settings', light);
      store.write('settings', dark);
      writeFileSync(file, damaged);
      const next = open();
      expect(next.read('settings')).toEqual(dark);
      expect([next.takeProblem(), next.takeProblem(), open().takeProblem()]).toEqual(['restored', null, null]);
      expect(readFileSync(`${file}.damaged-1970-01-01T00-00-00.000Z`, 'utf8')).toBe(damaged);
    },
  );

  it('survives the loss of either file at rest', () => {
    open().write('settings', dark);
    for (const victim of [file, `${file}.last-good`, file, file]) {
      rmSync(victim);
      expect(open().read('settings')).toEqual(dark);
    }
  });

  it('loses nothing when the file is damaged at run time', () => {
    const store = open();
    store.write('settings', dark);
    store.write('profile', {});
    writeFileSync(file, '{"settings":');
    expect(store.write('window', {})).toBe(true);
    expect(onDisk()).toEqual({ settings: dark, profile: {}, window: {} });
  });

  it('takes over values of another process, except those it changed itself', () => {
    const [one, other] = [open(), open()];
    one.write('settings', dark);
    other.write('profile', {});
    other.write('settings', light);
    one.write('window', {});
    expect(onDisk()).toEqual({ settings: dark, profile: {}, window: {} });
  });
});

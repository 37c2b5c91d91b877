import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { saveBackup, recoverFile } from '../../../main/settings/file-recovery';

let folder = '';
let file = '';
const noon = Date.UTC(2026, 0, 5, 12);
const aside = 'settings.json.damaged-2026-01-05T12-00-00.000Z';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sightline-rescue-'));
  file = path.join(folder, 'settings.json');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('recoverFile', () => {
  it('does nothing when there is no file', () => {
    expect(recoverFile(file, noon)).toEqual({ problem: null, values: {} });
  });

  it('leaves a valid file unchanged', () => {
    writeFileSync(file, '{"a":1}');
    expect(recoverFile(file, noon)).toEqual({ problem: null, values: { a: 1 } });
    expect(readFileSync(file, 'utf8')).toBe('{"a":1}');
  });

  it.each(['', '{"a":', '\0\0\0\0', 'null', '[]', '5', '"text"', '['.repeat(100_000)])(
    'keeps %.20j under another name',
    (damaged) => {
      writeFileSync(file, damaged);
      expect(recoverFile(file, noon)).toEqual({ problem: 'reset', values: {} });
      expect(readdirSync(folder)).toEqual([aside]);
      expect(readFileSync(path.join(folder, aside), 'utf8')).toBe(damaged);
    },
  );

  it('keeps even a folder with the name of the file', () => {
    mkdirSync(file);
    expect(recoverFile(file, noon)).toEqual({ problem: 'reset', values: {} });
    expect(readdirSync(folder)).toEqual([aside]);
  });

  it('restores the last good copy of an incomplete file', () => {
    writeFileSync(file, '{"a":1}');
    saveBackup(file);
    writeFileSync(file, '{"a":2,');
    expect(() => {
      saveBackup(file);
    }).toThrow('incomplete');
    expect(recoverFile(file, noon)).toEqual({ problem: 'restored', values: { a: 1 } });
    expect(readFileSync(file, 'utf8')).toBe('{"a":1}');
    expect(readdirSync(folder).sort()).toEqual(['settings.json', aside]);
  });

  it('completes an interrupted recovery', () => {
    writeFileSync(`${file}.last-good`, '{"a":1}');
    expect(recoverFile(file, noon)).toEqual({ problem: 'restored', values: { a: 1 } });
    expect(readdirSync(folder)).toEqual(['settings.json']);
  });

  it('deletes files of dead writers, but no recent or foreign ones', () => {
    const old = noon / 1000 - 60;
    const names = ['settings.json.tmp-1', 'settings.json.tmp-2', 'settings.json.last-good.tmp-3', 'other.json.tmp-4'];
    for (const name of names) {
      writeFileSync(path.join(folder, name), '');
      const time = name.endsWith('2') ? noon / 1000 : old;
      utimesSync(path.join(folder, name), time, time);
    }
    recoverFile(file, noon);
    expect(readdirSync(folder).sort()).toEqual(['other.json.tmp-4', 'settings.json.tmp-2']);
  });

  it('keeps the five newest of many damaged files', () => {
    for (let day = 0; day < 8; day += 1) {
      writeFileSync(file, 'no');
      recoverFile(file, noon + day * 86_400_000);
    }
    expect(readdirSync(folder).map((name) => name.slice(22, 32))).toEqual(
      ['08', '09', '10', '11', '12'].map((day) => `2026-01-${day}`),
    );
  });
});

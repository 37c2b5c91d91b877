import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepLastGood, rescueFile } from '../../../main/electron/file-rescue';

let folder = '';
let file = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sightline-rescue-'));
  file = path.join(folder, 'settings.json');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('rescueFile', () => {
  it('has nothing to do where there is no file', () => {
    expect(rescueFile(file, 1)).toBe('nothing');
  });

  it('leaves a sound file alone', () => {
    writeFileSync(file, '{"a":1}');
    expect(rescueFile(file, 1)).toBe('sound');
    expect(readFileSync(file, 'utf8')).toBe('{"a":1}');
  });

  it.each(['', '{"a":', '\0\0\0\0', 'null', '[]', '5', '"text"'])('keeps %j aside', (damaged) => {
    writeFileSync(file, damaged);
    expect(rescueFile(file, 7)).toBe('setAside');
    expect(readdirSync(folder)).toEqual(['settings.json.damaged-7']);
    expect(readFileSync(`${file}.damaged-7`, 'utf8')).toBe(damaged);
  });

  it('puts the last good copy in the place of a file that was cut off', () => {
    writeFileSync(file, '{"a":1}');
    keepLastGood(file);
    writeFileSync(file, '{"a":2,');
    keepLastGood(file);
    expect(rescueFile(file, 7)).toBe('restored');
    expect(readFileSync(file, 'utf8')).toBe('{"a":1}');
  });
});

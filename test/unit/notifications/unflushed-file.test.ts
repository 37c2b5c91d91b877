import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openUnflushedFile } from '../../../main/notifications/unflushed-file';
import { MemoryLog } from '../../support/floor/memory-log';

let folder = '';
let log = new MemoryLog();
const open = (name = 'raised-alerts.json') => openUnflushedFile(path.join(folder, name), log.logger);

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sightline-unflushed-'));
  log = new MemoryLog();
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

it('reads what an earlier run wrote, for the owner of the account only', () => {
  open().write({ keys: ['a threats'] });
  expect(open().read()).toEqual({ keys: ['a threats'] });
  expect(statSync(path.join(folder, 'raised-alerts.json')).mode & 0o777).toBe(0o600);
});

it('keeps the last value until the next one counts', () => {
  open().prepare({ keys: ['a threats'] })();
  const store = open().prepare({ keys: ['b threats'] });
  expect(open().read()).toEqual({ keys: ['a threats'] });
  store();
  expect(open().read()).toEqual({ keys: ['b threats'] });
});

it('takes a missing or damaged file for nothing known', () => {
  expect(open().read()).toBeUndefined();
  writeFileSync(path.join(folder, 'raised-alerts.json'), '{"keys":["a thr');
  expect(open().read()).toBeUndefined();
});

it('logs a file that cannot be written, and goes on', () => {
  writeFileSync(path.join(folder, 'no-folder'), '');
  open('no-folder/raised-alerts.json').prepare({ keys: [] })();
  expect(JSON.stringify(log.lines)).toContain('file could not be written');
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseRegistry } from '../../../main/policy/registry-values';
import { findPolicy } from '../../../main/policy/stored-policy';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sightline-policy-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('a policy file', () => {
  it('that is missing is no policy', () => {
    expect(findPolicy('linux', path.join(folder, 'policy.json'))).toBeNull();
    expect(findPolicy('linux', path.join(folder, 'none', 'policy.json'))).toBeNull();
  });

  it.each([
    ['{"theme":"dark"}', { theme: 'dark' }],
    ['\uFEFF{"theme":"dark"}', { theme: 'dark' }],
    ['{"theme":', undefined],
    ['', undefined],
    [`"${'x'.repeat(1_000_001)}"`, undefined],
  ])('is read, or found and unreadable (%#)', (text, values) => {
    const file = path.join(folder, 'policy.json');
    writeFileSync(file, text);
    expect(findPolicy('linux', file)).toEqual({ source: file, values });
  });

  it('that is a folder is found and unreadable', () => {
    expect(findPolicy('linux', folder)).toEqual({ source: folder, values: undefined });
  });
});

// As `reg query HKLM\Software\Policies\Sightline /reg:64` lists a key.
const listing = [
  '',
  String.raw`HKEY_LOCAL_MACHINE\Software\Policies\Sightline`,
  '    theme    REG_SZ    dark',
  '    mayBargeIn    REG_DWORD    0x0',
  String.raw`    allowedHosts    REG_MULTI_SZ    gws.example.com\0*.example.org`,
  '    keys    REG_SZ    {"areSingleKeysOn":false,"chosen":{}}',
  '    logLevel    REG_SZ    ',
  '    broken    REG_SZ    [1,',
  '',
  String.raw`HKEY_LOCAL_MACHINE\Software\Policies\Sightline\Sub`,
].join('\r\n');

describe('the registry', () => {
  it('is read by type, with lists and objects as JSON', () => {
    expect(parseRegistry(listing)).toEqual({
      theme: 'dark',
      mayBargeIn: 0,
      allowedHosts: ['gws.example.com', '*.example.org'],
      keys: { areSingleKeysOn: false, chosen: {} },
      logLevel: '',
      broken: '[1,',
    });
  });

  it('without values is empty', () => {
    expect(parseRegistry('')).toEqual({});
  });
});

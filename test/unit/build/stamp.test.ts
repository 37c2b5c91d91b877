import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashOf, isStamped, writeStamp } from '../../../build/prepare/stamp.mjs';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sightline-stamp-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('stamp', () => {
  it('returns what was written, and nothing when it is absent or different', async () => {
    const path = join(folder, 'deep', 'stamp');
    expect(await isStamped(path, 'abc')).toBe(false);
    await writeStamp(path, 'abc');
    expect([await isStamped(path, 'abc'), await isStamped(path, 'abd')]).toEqual([true, false]);
  });

  it('distinguishes parts whose concatenation is the same', () => {
    expect(hashOf(['ab', 'c'])).not.toBe(hashOf(['a', 'bc']));
    expect(hashOf(['ab', 'c'])).toBe(hashOf([Buffer.from('ab'), 'c']));
  });
});

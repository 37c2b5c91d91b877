import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createGpuFallback, type GpuFallback } from '../../../main/shell/gpu-fallback';
import { MemoryLog } from '../../support/floor/memory-log';
import { VirtualClock } from '../../support/virtual-clock';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sightline-graphics-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function begin(version = '1.0.0'): { graphics: GpuFallback; clock: VirtualClock; states: string[] } {
  const clock = new VirtualClock();
  const states: string[] = [];
  const file = path.join(folder, 'graphics.json');
  const graphics = createGpuFallback({ file, version, clock, log: new MemoryLog().logger });
  graphics.onStateChange((when) => states.push(when));
  return { graphics, clock, states };
}

function lose(graphics: GpuFallback, times: number): void {
  for (let time = 0; time < times; time += 1) graphics.onGpuProcessGone();
}

describe('createGpuFallback', () => {
  it('disables acceleration from the start after three crashes, and reports it once each time', () => {
    const first = begin();
    lose(first.graphics, 2);
    expect(first.states).toEqual([]);
    lose(first.graphics, 3);
    expect([first.graphics.isGpuDisabled, first.states]).toEqual([false, ['nextStart']]);
    const second = begin();
    expect([second.graphics.isGpuDisabled, second.states]).toEqual([true, ['now']]);
    expect([begin().graphics.isGpuDisabled, begin().states]).toEqual([true, []]);
  });

  it('ignores single crashes', () => {
    const { graphics, clock } = begin();
    for (let hour = 0; hour < 10; hour += 1) {
      lose(graphics, 2);
      clock.advance(3_600_000);
    }
    expect(begin().graphics.isGpuDisabled).toBe(false);
  });

  it('tries again with a new version', () => {
    lose(begin().graphics, 3);
    expect(begin('1.1.0').graphics.isGpuDisabled).toBe(false);
    expect(existsSync(path.join(folder, 'graphics.json'))).toBe(false);
  });

  it.each(['', '{', 'null', '{"cardIsOff":"yes"}'])('ignores an invalid file: %j', (written) => {
    writeFileSync(path.join(folder, 'graphics.json'), written);
    expect(begin().graphics.isGpuDisabled).toBe(false);
    expect(readFileSync(path.join(folder, 'graphics.json'), 'utf8')).toBe(written);
  });
});

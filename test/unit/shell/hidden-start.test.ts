import { describe, expect, it } from 'vitest';
import { watchHiddenStart } from '../../../main/shell/hidden-start';
import { VirtualClock } from '../../support/virtual-clock';

function isMinimizedAfterStart({ trayAfterMs }: { readonly trayAfterMs: number }): boolean {
  const clock = new VirtualClock();
  const startedAt = clock.now();
  let isMinimized = false;
  watchHiddenStart({
    clock,
    hasTray: () => clock.now() - startedAt >= trayAfterMs,
    showMinimized: () => void (isMinimized = true),
  });
  clock.advance(60_000);
  return isMinimized;
}

describe('a hidden start', () => {
  it('stays hidden where an icon brings the window back, and is minimised where none appears', () => {
    expect(isMinimizedAfterStart({ trayAfterMs: 3_000 })).toBe(false);
    expect(isMinimizedAfterStart({ trayAfterMs: Infinity })).toBe(true);
  });
});

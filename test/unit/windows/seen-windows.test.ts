import { expect, it } from 'vitest';
import { SeenWindows } from '../../../main/windows/seen-windows';
import { VirtualClock } from '../../support/virtual-clock';

function setUp() {
  const clock = new VirtualClock();
  const changes: [number, boolean][] = [];
  const windows = new SeenWindows(clock, (id, isSeen) => changes.push([id, isSeen]));
  windows.opened(1, true);
  windows.opened(2, false);
  return { clock, changes, windows };
}

it('counts a window as hidden after a second, and as seen at once', () => {
  const { clock, changes, windows } = setUp();
  windows.changed(1, false);
  clock.advance(999);
  expect([changes, windows.isAnySeen]).toEqual([[], true]);
  clock.advance(1);
  expect([changes, windows.isAnySeen]).toEqual([[[1, false]], false]);
  windows.changed(2, true);
  expect([changes.at(-1), windows.isAnySeen]).toEqual([[2, true], true]);
});

it('does not notice a window that is hidden for a moment', () => {
  const { clock, changes, windows } = setUp();
  windows.changed(1, false);
  windows.changed(1, false);
  clock.advance(900);
  windows.changed(1, true);
  clock.advance(5_000);
  expect([changes, clock.waiting]).toEqual([[], []]);
});

it('forgets a closed window and its timer', () => {
  const { clock, changes, windows } = setUp();
  windows.changed(1, false);
  windows.closed(1);
  windows.changed(1, true);
  clock.advance(5_000);
  expect([changes, windows.isAnySeen, clock.waiting]).toEqual([[], false, []]);
});

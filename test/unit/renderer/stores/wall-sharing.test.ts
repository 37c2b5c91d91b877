import { flushPromises } from '@vue/test-utils';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WallArrangement } from '../../../../main/settings/wall-arrangement';
import type { Result, SharedWall, WallSlots } from '../../../../preload/contract';
import { createWallSharing } from '../../../../renderer/stores/wall-sharing';

/** Two windows on one main. Messages in each direction wait in an ordered queue of their own, as between processes. */
function twoWindows() {
  const toMain = new Map<number, (() => void)[]>([1, 2].map((id) => [id, []]));
  const toWindow = new Map<number, (() => void)[]>([1, 2].map((id) => [id, []]));
  const main = new WallArrangement(
    () => [1, 2],
    (id, shared) => void toWindow.get(id)?.push(() => windows[id - 1]?.applyRemote(shared)),
  );
  const windows = [1, 2].map((id) =>
    createWallSharing({
      propose: (proposal) =>
        new Promise<Result<SharedWall>>((resolve) => {
          toMain.get(id)?.push(() => {
            const value = main.settle(id, proposal);
            toWindow.get(id)?.push(() => {
              resolve({ ok: true, value });
            });
          });
        }),
      leave: () => Promise.resolve(),
    }),
  );
  const queues = [...toMain.values(), ...toWindow.values()];
  const deliver = async (queue: number): Promise<void> => {
    queues[queue]?.shift()?.();
    await flushPromises();
  };
  const deliverAll = async (): Promise<void> => {
    while (queues.some(({ length }) => length > 0)) for (const at of queues.keys()) await deliver(at);
  };
  return { main, windows, deliver, deliverAll };
}

const arrangement: fc.Arbitrary<WallSlots> = fc.shuffledSubarray(['a', 'b', 'c', 'd', null], {
  minLength: 4,
  maxLength: 4,
});

describe('the wall in two windows', () => {
  it('comes to the same arrangement in both, whatever they settle and however slow the way is', async () => {
    const step = fc.oneof(fc.record({ window: fc.nat(1), settled: arrangement }), fc.record({ queue: fc.nat(3) }));
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 40 }), async (steps) => {
        const { main, windows, deliver, deliverAll } = twoWindows();
        for (const one of steps) {
          if ('queue' in one) await deliver(one.queue);
          else windows[one.window]?.settle(one.settled, []);
        }
        await deliverAll();
        const held = main.read(1).places;
        for (const { places } of windows) expect(places.value).toEqual(held);
      }),
    );
  });

  it('keeps what the other window settled first, and names what is held there', async () => {
    const { windows, deliverAll } = twoWindows();
    windows[0]?.settle(['a', 'b'], ['b']);
    windows[1]?.settle(['b', 'a'], []);
    await deliverAll();
    expect(windows.map(({ places }) => places.value)).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
    expect(windows.map(({ heldElsewhere, reorders }) => [heldElsewhere.value, reorders.value])).toEqual([
      [[], true],
      [['b'], false],
    ]);
  });
});

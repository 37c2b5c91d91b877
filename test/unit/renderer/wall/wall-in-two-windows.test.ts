import { flushPromises } from '@vue/test-utils';
import { expect, it, vi } from 'vitest';
import WallPage from '../../../../renderer/app/WallPage.vue';
import { useSettingsStore } from '../../../../renderer/stores/settings.store';
import { useWallStore } from '../../../../renderer/stores/wall.store';
import { busyFloor } from '../../../support/renderer/busy-floor';
import { freezeTime, mountOnFloor } from '../../../support/renderer/mount-on-floor';
import { seedChat } from '../../../support/renderer/seed-floor';

const now = Date.UTC(2026, 10, 22, 21, 0);
const other = 2;

freezeTime(now);

async function open() {
  const chats = Array.from('abcd').map((id, place) =>
    seedChat({ id, customer: `Customer ${id}`, agent: 'Ana', receivedAt: now - (60 - place) * 60_000 }),
  );
  const floor = mountOnFloor(WallPage, { snapshot: { ...busyFloor(now), chats }, props: { isOwnWindow: false } });
  floor.bridge.on('wall.arranged', (wall) => {
    useWallStore().applyRemote(wall);
  });
  useSettingsStore().settings = {
    ...useSettingsStore().settings,
    wall: { tileCount: 4, fill: 'attention', pinned: [] },
  };
  await flushPromises();
  const shown = (): string =>
    floor.wrapper
      .findAll('[data-tile]')
      .map((tile) => `${tile.attributes('data-chat') ?? '-'}${tile.find('.number').text()}`)
      .join(' ');
  return { ...floor, shown };
}

it('shows every tile under the number it has in the other window', async () => {
  const { bridge, shown } = await open();
  expect(shown()).toBe('a1 b2 c3 d4');
  bridge.wall.settle(other, { places: ['d', 'c', 'b', 'a'], basedOn: bridge.wall.read(other).revision, lockedIds: [] });
  await flushPromises();
  expect(shown()).toBe('d1 c2 b3 a4');
  await vi.advanceTimersByTimeAsync(30_000);
  expect(shown()).toBe('d1 c2 b3 a4');
  expect(bridge.wall.read(1).places).toEqual(['d', 'c', 'b', 'a']);
});

it('sends the other window what is read here, and stops when it no longer shows the wall', async () => {
  const { bridge, wrapper } = await open();
  await wrapper.find('[data-chat="b"]').trigger('pointerenter');
  await wrapper.find('[data-chat="b"]').trigger('focusin');
  await flushPromises();
  expect(bridge.wall.read(other)).toMatchObject({ heldElsewhere: ['b'], reorders: false });
  wrapper.unmount();
  expect(bridge.wall.read(other)).toMatchObject({ heldElsewhere: [], reorders: true });
});

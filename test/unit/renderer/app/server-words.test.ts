import { flushPromises } from '@vue/test-utils';
import { expect, it } from 'vitest';
import OwnChannels from '../../../../renderer/features/account/OwnChannels.vue';
import { busyFloor } from '../../../support/renderer/busy-floor';
import { mountOnFloor } from '../../../support/renderer/mount-on-floor';

async function shownAs(text: string): Promise<string> {
  const floor = busyFloor(Date.UTC(2026, 10, 22, 21, 0));
  const ownChannels = floor.ownChannels.map((own) => ({ ...own, state: 'notReady' as const, text }));
  const { wrapper } = mountOnFloor(OwnChannels, { snapshot: { ...floor, ownChannels } });
  await flushPromises();
  return wrapper
    .get('.word')
    .text()
    .replaceAll(/[\u2066-\u2069]/gu, '');
}

it('sets a status in the words of the server off where it could be read as ours', async () => {
  expect(await shownAs('Customers can see you')).toBe('“Customers can see you”');
});

it('shows a plain status as the server has it', async () => {
  expect(await shownAs('Lunch')).toBe('Lunch');
});

import { flushPromises } from '@vue/test-utils';
import { expect, it } from 'vitest';
import type { OwnChannel } from '../../../../preload/contract';
import LoggedOutChannels from '../../../../renderer/features/account/LoggedOutChannels.vue';
import { useOwnChannelsStore } from '../../../../renderer/stores/own-channels.store';
import { busyFloor } from '../../../support/renderer/busy-floor';
import { mountOnFloor } from '../../../support/renderer/mount-on-floor';

const now = Date.UTC(2026, 10, 22, 21, 0);

const channel = (medium: OwnChannel['medium'], state: OwnChannel['state']): OwnChannel => ({
  ...{ medium, state, text: null, reasonId: null, reasons: [] },
});

function open(...ownChannels: readonly OwnChannel[]) {
  const floor = mountOnFloor(LoggedOutChannels, { snapshot: { ...busyFloor(now), ownChannels } });
  const states = (): string[] => useOwnChannelsStore().channels.map(({ state }) => state);
  return { ...floor, states };
}

it('says nothing while every channel is logged in', () => {
  const { wrapper } = open(channel('chat', 'ready'), channel('sms', 'notReady'));
  expect(wrapper.text()).toBe('');
});

it('asks before a channel that is logged out is logged in, and then as not ready', async () => {
  const { wrapper, bridge, settle, states } = open(channel('chat', 'loggedOut'), channel('sms', 'ready'));
  expect(wrapper.text()).toContain('logged out: Chat');
  expect(wrapper.text()).not.toContain('SMS');
  expect(bridge.asked.filter(({ name }) => name.startsWith('me.'))).toEqual([]);
  await wrapper.findAll('button')[0]!.trigger('click');
  await flushPromises();
  await settle();
  expect(bridge.asked.filter(({ name }) => name.startsWith('me.'))).toMatchObject([
    { name: 'me.setNotReady', request: { medium: 'chat', reasonId: null } },
  ]);
  expect(states()).toEqual(['notReady', 'ready']);
  expect(wrapper.text()).toBe('');
});

it('leaves the channels logged out when the offer is declined', async () => {
  const { wrapper, states } = open(channel('chat', 'unknown'));
  expect(wrapper.text()).toContain('doesn’t say whether');
  await wrapper.findAll('button')[1]!.trigger('click');
  expect(wrapper.text()).toBe('');
  expect(states()).toEqual(['unknown']);
});

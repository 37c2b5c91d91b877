import { flushPromises } from '@vue/test-utils';
import { expect, it } from 'vitest';
import type { ProxySettings } from '../../../../preload/contract';
import ProxyGroup from '../../../../renderer/features/network/ProxyGroup.vue';
import { useSessionStore } from '../../../../renderer/stores/session.store';
import { useSettingsStore } from '../../../../renderer/stores/settings.store';
import { attentiveFloor } from '../../../support/renderer/attentive-floor';
import { mountOnFloor } from '../../../support/renderer/mount-on-floor';

const manual: ProxySettings = { mode: 'manual', pacUrl: '', server: 'p.test:1', bypass: '' };

it('applies a complete change only, and names what is missing', async () => {
  const { wrapper, bridge } = mountOnFloor(ProxyGroup, { snapshot: attentiveFloor(Date.now()) });
  await useSettingsStore().change({ proxy: manual });
  await flushPromises();
  const server = wrapper.findAll('input')[0];
  await server?.setValue('p.test');
  expect(wrapper.text()).toContain('Not applied yet');
  await server?.trigger('change');
  expect(wrapper.text()).toContain('Enter a host and a port');
  expect(bridge.settings.proxy.server).toBe('p.test:1');
  await server?.setValue('p.test:8080');
  await server?.trigger('change');
  await flushPromises();
  expect(bridge.settings.proxy).toEqual({ ...manual, server: 'p.test:8080' });
  expect(wrapper.text()).not.toContain('Not applied yet');
});

it('is locked where the administrator set it', async () => {
  const { wrapper, bridge } = mountOnFloor(ProxyGroup, { snapshot: attentiveFloor(Date.now()) });
  bridge.facts = { ...bridge.facts, policy: { ...bridge.facts.policy, locked: ['proxy'] } };
  await useSessionStore().load();
  await flushPromises();
  expect(wrapper.text()).toContain('Set by your administrator');
  expect(wrapper.get('button').attributes('disabled')).toBeDefined();
});

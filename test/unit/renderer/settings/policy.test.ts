import { describe, expect, it } from 'vitest';
import { noPolicy } from '../../../../main/policy/policy';
import { defaultSettings } from '../../../../main/settings/settings-schema';
import AdministratorGroup from '../../../../renderer/features/settings/AdministratorGroup.vue';
import { effectiveSettings } from '../../../../renderer/features/settings/effective-settings';
import SettingsScreen from '../../../../renderer/features/settings/SettingsScreen.vue';
import { useSessionStore } from '../../../../renderer/stores/session.store';
import type { PolicyState } from '../../../../preload/contract';
import { mountOnFloor } from '../../../support/renderer/mount-on-floor';
import { emptySnapshot } from '../../../support/renderer/seed-floor';

const managed: PolicyState = {
  ...noPolicy.state,
  source: '/etc/sightline/policy.json',
  locked: ['theme', 'acceptsInvitations', 'pastKept'],
  rights: { ...noPolicy.state.rights, mayBargeIn: false },
  problems: [{ name: 'colour', reason: 'unknown' }],
};

async function shown(component: object, policy: PolicyState) {
  const { wrapper, bridge } = mountOnFloor(component, { snapshot: emptySnapshot() });
  bridge.facts = { ...bridge.facts, policy };
  await useSessionStore().load();
  await wrapper.vm.$nextTick();
  return wrapper;
}

describe('a setting of the policy', () => {
  it('is shown locked, with who set it', async () => {
    const wrapper = await shown(SettingsScreen, managed);
    const row = (name: string) => wrapper.get(`[data-setting="${name}"]`);
    for (const name of managed.locked) expect(row(name).text()).toContain('Set by your administrator');
    expect(row('acceptsInvitations').get('[role="switch"]').attributes('disabled')).toBeDefined();
    expect(row('pastKept').get('button').attributes('disabled')).toBeDefined();
    expect(row('density').text()).not.toContain('Set by your administrator');
    expect(row('density').find('[disabled]').exists()).toBe(false);
  });

  it('does not offer a default that is forbidden, and says so', async () => {
    const wrapper = await shown(SettingsScreen, {
      ...managed,
      rights: { ...managed.rights, mayWatchAllChats: false },
    });
    const row = (name: string) => wrapper.get(`[data-setting="${name}"]`);
    const disabled = (name: string): readonly boolean[] =>
      row(name)
        .findAll('[role="radio"]')
        .map((one) => one.attributes('disabled') !== undefined);
    expect(disabled('watchMode')).toEqual([false, false, true]);
    expect(disabled('watchScope')).toEqual([true, false]);
    expect(row('watchMode').text()).toContain('Your administrator doesn’t allow some of these.');
    expect(row('density').text()).not.toContain('allow some');
  });

  it('stands in the list of all settings with its source', () => {
    const settings = { ...defaultSettings, density: 'compact', theme: 'dark' } as const;
    const rows = effectiveSettings({ settings, policy: managed, t: (key) => key });
    const sourceOf = (name: string) => rows.find((row) => row.name === name)?.source;
    expect([sourceOf('theme'), sourceOf('density'), sourceOf('language')]).toEqual([
      ...['administrator', 'user', 'default'],
    ]);
    expect(rows.length).toBe(new Set(rows.map(({ name }) => name)).size);
  });
});

describe('the administration of settings', () => {
  it('names its source, what is forbidden and what could not be used', async () => {
    const wrapper = await shown(AdministratorGroup, managed);
    expect(wrapper.text()).toContain('/etc/sightline/policy.json');
    expect(wrapper.text()).toContain('Barging in isn’t allowed');
    expect(wrapper.text()).toContain('“colour” is unknown to this version');
  });

  it('shows servers, certificates, updates and hosts of the computer’s own sign-in', async () => {
    const wrapper = await shown(AdministratorGroup, {
      ...managed,
      profiles: [{ name: 'North', server: 'https://gws.example.com' }],
      clientCertificates: [{ host: '*.example.com', issuer: 'Example CA' }],
      negotiateHosts: ['proxy.example.com'],
      updates: { mode: 'notify', url: 'https://updates.example.com/sightline/', channel: 'latest' },
    });
    expect(wrapper.text()).toContain('North · https://gws.example.com');
    expect(wrapper.text()).toContain('*.example.com: *, issued by Example CA');
    expect(wrapper.text()).toContain('proxy.example.com');
    expect(wrapper.get('[data-part="updates"]').text()).toBe(
      'Downloaded when you agree · https://updates.example.com/sightline/ · latest',
    );
    const empty = await shown(AdministratorGroup, managed);
    expect(empty.text()).not.toContain('Certificates that identify you');
  });

  it('says that there is none', async () => {
    const wrapper = await shown(AdministratorGroup, noPolicy.state);
    expect(wrapper.text()).toContain('Your administrator set nothing on this computer.');
  });
});

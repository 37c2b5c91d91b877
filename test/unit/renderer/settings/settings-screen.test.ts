import type { VueWrapper } from '@vue/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import {
  rowsIn,
  settingGroups,
  settingRecords,
  type ChoiceRecord,
  type SwitchRecord,
} from '../../../../preload/contract/setting-records';
import SettingsScreen from '../../../../renderer/features/settings/SettingsScreen.vue';
import UiSelect from '../../../../renderer/ui/UiSelect.vue';
import { useToastsStore } from '../../../../renderer/stores/toasts.store';
import { useSessionStore } from '../../../../renderer/stores/session.store';
import { useSettingsStore } from '../../../../renderer/stores/settings.store';
import { busyFloor } from '../../../support/renderer/busy-floor';
import { afterAnswers, mountOnFloor } from '../../../support/renderer/mount-on-floor';

const now = Date.UTC(2026, 10, 22, 21, 0);
let mounted: VueWrapper | null = null;
afterEach(() => {
  mounted?.unmount();
  mounted = null;
});

function open(isPractice: boolean) {
  const floor = busyFloor(now);
  const { session } = floor;
  if (session.phase !== 'signedIn') throw new Error('the busy floor is signed in');
  const who = { ...session.who, isPractice, serverName: isPractice ? null : 'gws.example.com' };
  const opened = mountOnFloor(SettingsScreen, { snapshot: { ...floor, session: { phase: 'signedIn', who } } });
  mounted = opened.wrapper;
  return opened;
}

describe.each(settingGroups.flatMap(rowsIn))('the row of %s', (name) => {
  it('has texts, and its control stores another value', async () => {
    const { wrapper, bridge } = open(true);
    const row = wrapper.get(`[data-setting="${name}"]`);
    expect(row.text()).not.toMatch(/@:|(?:settings|mode|floor)\./u);
    const before = bridge.settings[name];
    const record: ChoiceRecord | SwitchRecord = settingRecords[name];
    const select = row.findComponent(UiSelect);
    if (select.exists() && record.kind === 'choice') await select.setValue(record.values.at(-1));
    else await row.get('[role="switch"], [role="radio"][aria-checked="false"]').trigger('click');
    await afterAnswers(wrapper);
    expect(bridge.settings[name]).not.toBe(before);
  });
});

describe('the words added to the dictionary', () => {
  it('are listed, newest first, and can be removed, with the focus on the next', async () => {
    const { wrapper, bridge } = open(true);
    expect(wrapper.find('[data-setting="addedWords"]').exists()).toBe(false);
    await useSettingsStore().change({ addedWords: ['onboarding', 'café', 'refnd'] });
    await afterAnswers(wrapper);
    const row = wrapper.get('[data-setting="addedWords"]');
    const words = (): readonly string[] => row.findAll('li').map((item) => item.text());
    expect(words()).toEqual(['refnd', 'café', 'onboarding']);
    document.body.append(wrapper.element as HTMLElement);
    await row.get('[aria-label="Remove “refnd”"]').trigger('click');
    await afterAnswers(wrapper);
    expect([words(), bridge.settings.addedWords]).toEqual([
      ['café', 'onboarding'],
      ['onboarding', 'café'],
    ]);
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Remove “café”');
  });
});

describe('settings', () => {
  it('change at once and are kept by main', async () => {
    const { wrapper, bridge } = open(true);
    await wrapper.get('[role="radiogroup"][aria-label="Theme"] [aria-label="Dark"]').trigger('click');
    await wrapper.get('[role="switch"][aria-label="Chat no longer available"]').trigger('click');
    await afterAnswers(wrapper);
    expect(bridge.settings).toMatchObject({ theme: 'dark', notifyChatTakenAway: false });
  });

  it('go back to what is kept, and say so, when main could not save', async () => {
    const { wrapper, bridge } = open(true);
    bridge.failNext.set('settings.change', 'settings.notSaved');
    await wrapper.get('[role="radiogroup"][aria-label="Density"] [aria-label="Compact"]').trigger('click');
    await afterAnswers(wrapper);
    expect(useSettingsStore().settings.density).toBe('comfortable');
    expect(useToastsStore().toasts.map(({ key }) => key)).toEqual(['error.settings_notSaved']);
  });

  it('forget the password only where one is kept', async () => {
    const { wrapper, bridge } = open(false);
    await useSessionStore().load();
    await wrapper.vm.$nextTick();
    const button = () => {
      const found = wrapper.findAll('button').find((one) => one.text() === 'Remove saved password');
      if (found === undefined) throw new Error('the account can be forgotten');
      return found;
    };
    expect(button().attributes('disabled')).toBeDefined();
    const session = useSessionStore();
    if (session.profile === null) throw new Error('the profile was loaded');
    session.profile = { ...session.profile, hasRememberedPassword: true };
    await wrapper.vm.$nextTick();
    await button().trigger('click');
    await afterAnswers(wrapper);
    expect(bridge.asked.map(({ name }) => name)).toContain('session.forgetPassword');
  });

  it('say nothing of a password on the practice floor', () => {
    const { wrapper } = open(true);
    expect(wrapper.text()).not.toContain('Remove saved password');
  });
});

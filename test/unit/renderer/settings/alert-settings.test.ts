import { describe, expect, it, vi } from 'vitest';
import type { DesktopState } from '../../../../preload/contract';
import SettingsScreen from '../../../../renderer/features/settings/SettingsScreen.vue';
import { useDesktopStore } from '../../../../renderer/stores/desktop.store';
import { useSettingsStore } from '../../../../renderer/stores/settings.store';
import UiSelect from '../../../../renderer/ui/UiSelect.vue';
import { busyFloor } from '../../../support/renderer/busy-floor';
import { afterAnswers, mountOnFloor } from '../../../support/renderer/mount-on-floor';

async function open(changes: Partial<DesktopState> = {}) {
  const opened = mountOnFloor(SettingsScreen, {
    snapshot: busyFloor(Date.UTC(2026, 10, 22)),
    prepare: (bridge) => {
      bridge.desktop.set({ state: changes });
    },
  });
  useDesktopStore().follow();
  await afterAnswers(opened.wrapper);
  return opened;
}

describe('alerts on this computer', () => {
  it('says that everything works', async () => {
    const { wrapper } = await open();
    const values = ['notifications', 'doNotDisturb', 'sound', 'tray'].map((part) =>
      wrapper.get(`[data-part="${part}"] .value`).text(),
    );
    expect(values).toEqual(['Working', 'Off', 'Working', 'Working']);
  });

  it.each([
    [{ notifications: 'noBus' }, 'notifications', 'Not working', 'session bus'],
    [{ notifications: 'notKnown' }, 'notifications', 'Not known', ''],
    [{ doNotDisturb: 'on' }, 'doNotDisturb', 'On', 'wait until it’s off'],
    [{ doNotDisturb: 'notKnown' }, 'doNotDisturb', 'Not known', 'Only the system sound'],
    [{ sound: 'systemOnly' }, 'sound', 'Not working', 'the system sound is used'],
    [{ sound: 'none' }, 'sound', 'Not working', 'Check the sound output'],
    [{ tray: 'notKnown' }, 'tray', 'Not known', 'minimizes it'],
  ] as const)('says what to do at %j', async (changes, part, value, sentence) => {
    const { wrapper } = await open(changes);
    const row = wrapper.get(`[data-part="${part}"]`);
    expect(row.get('.value').text()).toBe(value);
    expect(row.text()).toContain(sentence);
  });

  it('sends a test notification and shows how far it came', async () => {
    const { wrapper, bridge, asked } = await open();
    const start = wrapper.findAll('button').find((one) => one.text() === 'Send a test notification');
    await start?.trigger('click');
    expect(asked('desktop.test')).toHaveLength(1);
    const reached = () => wrapper.findAll('.progress .reached').map((step) => step.text());
    expect(reached()).toEqual(['Sent']);
    bridge.desktop.change({ selfTest: 'confirmed' });
    await wrapper.vm.$nextTick();
    expect(reached()).toEqual(['Sent', 'Confirmed by the desktop']);
    bridge.desktop.change({ selfTest: 'notClicked' });
    await wrapper.vm.$nextTick();
    expect(wrapper.get('.progress').text()).toContain('no click came back within 30 seconds');
    bridge.desktop.change({ selfTest: 'clicked' });
    await wrapper.vm.$nextTick();
    expect(reached()).toHaveLength(3);
  });
});

describe('the sound of an alert', () => {
  it('is offered where the alert sounds, can be listened to, and is kept', async () => {
    const play = vi.spyOn(HTMLMediaElement.prototype, 'play').mockResolvedValue();
    const { wrapper, bridge, asked } = await open();
    const { alerts } = useSettingsStore().settings;
    const levels = { ...alerts.levels, danger: 'sound', newAgent: 'toast' } as const;
    useSettingsStore().settings = { ...useSettingsStore().settings, alerts: { ...alerts, levels } };
    await wrapper.vm.$nextTick();
    const row = (rule: string) => wrapper.get(`[data-rule="${rule}"]`);
    expect(row('newAgent').findAllComponents(UiSelect)).toHaveLength(1);
    expect(row('danger').find('button[aria-label^="Listen"]').exists()).toBe(false);
    await row('danger').findComponent(UiSelect).setValue('bell');
    await afterAnswers(wrapper);
    expect(bridge.settings.alerts.sounds).toMatchObject({ danger: 'bell', threats: 'system' });
    await row('danger').get('button[aria-label="Listen to Bell"]').trigger('click');
    await afterAnswers(wrapper);
    expect([play.mock.calls.length, asked('sound.report')]).toEqual([1, [{ isPlayed: true }]]);
    play.mockRejectedValue(new DOMException('not allowed', 'NotAllowedError'));
    await row('danger').get('button[aria-label="Listen to Bell"]').trigger('click');
    await afterAnswers(wrapper);
    expect(wrapper.get('[data-part="sound"]').text()).toContain('couldn’t play its own sound');
  });

  it('has one volume', async () => {
    const { wrapper, bridge } = await open();
    await wrapper.get('[role="radiogroup"][aria-label="Volume"] [aria-label="High"]').trigger('click');
    await afterAnswers(wrapper);
    expect(bridge.settings.alerts.volume).toBe('high');
  });
});

import { describe, expect, it } from 'vitest';
import type { DesktopState } from '../../../../preload/contract';
import DesktopNotice from '../../../../renderer/features/desktop/DesktopNotice.vue';
import { useDesktopStore } from '../../../../renderer/stores/desktop.store';
import { busyFloor } from '../../../support/renderer/busy-floor';
import { afterAnswers, mountOnFloor } from '../../../support/renderer/mount-on-floor';

async function open(changes: Partial<DesktopState>) {
  const opened = mountOnFloor(DesktopNotice, {
    snapshot: busyFloor(Date.UTC(2026, 10, 22)),
    prepare: (bridge) => {
      bridge.desktop.set({ state: changes });
    },
  });
  useDesktopStore().follow();
  await afterAnswers(opened.wrapper);
  const button = (name: string) => {
    const found = opened.wrapper.findAll('button').find((one) => one.text() === name);
    if (found === undefined) throw new Error(`there is a button ${name}`);
    return found;
  };
  return { ...opened, button };
}

describe('DesktopNotice', () => {
  it('shows nothing while the desktop shows everything', async () => {
    const { wrapper } = await open({});
    expect(wrapper.find('[data-testid="desktop-notice"]').exists()).toBe(false);
  });

  it('says the most important limit, what to do, and how many there are', async () => {
    const { wrapper } = await open({ notice: ['noService', 'noTray'] });
    expect(wrapper.text()).toContain('Notifications can’t be shown.');
    expect(wrapper.text()).toContain('Start or install one');
    expect(wrapper.text()).toContain('Show all 2');
    expect(wrapper.get('[role="status"]').text()).toContain('Notifications can’t be shown.');
  });

  it('goes when it is dismissed, and appears when a new limit does', async () => {
    const { wrapper, bridge, button, asked } = await open({ notice: ['doNotDisturb'] });
    await button('Dismiss').trigger('click');
    await afterAnswers(wrapper);
    expect(asked('desktop.dismissNotice')).toHaveLength(1);
    expect(wrapper.find('[data-testid="desktop-notice"]').exists()).toBe(false);
    bridge.desktop.change({ notice: ['notResponding'] });
    await wrapper.vm.$nextTick();
    expect(wrapper.text()).toContain('doesn’t respond');
  });

  it('leads to the settings', async () => {
    const { wrapper, button } = await open({ notice: ['denied'] });
    await button('Show details').trigger('click');
    expect(wrapper.emitted('openSettings')).toHaveLength(1);
  });
});

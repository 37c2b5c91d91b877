import { describe, expect, it } from 'vitest';
import { flushPromises } from '@vue/test-utils';
import HelpDialog from '../../../../renderer/features/support/HelpDialog.vue';
import SupportRows from '../../../../renderer/features/support/SupportRows.vue';
import { useHelpStore } from '../../../../renderer/stores/help.store';
import type { UpdateState } from '../../../../preload/contract';
import { useUpdatesStore } from '../../../../renderer/stores/updates.store';
import { useToastsStore } from '../../../../renderer/stores/toasts.store';
import { busyFloor } from '../../../support/renderer/busy-floor';
import type { FakeBridge } from '../../../support/renderer/fake-bridge';
import { mountOnFloor } from '../../../support/renderer/mount-on-floor';

const snapshot = busyFloor(Date.UTC(2026, 10, 22));

async function openRows(prepare: (bridge: FakeBridge) => void = () => undefined) {
  const opened = mountOnFloor(SupportRows, { snapshot, prepare });
  await flushPromises();
  const press = async (name: string): Promise<void> => {
    const found = [...document.querySelectorAll('button')].find((one) => one.textContent.trim() === name);
    if (found === undefined) throw new Error(`there is a button ${name}`);
    found.click();
    await flushPromises();
  };
  return { ...opened, press };
}

describe('SupportRows', () => {
  it('counts the crash dumps and removes them', async () => {
    const { wrapper, press } = await openRows();
    expect(wrapper.text()).toContain('2 on this computer, the newest from');
    await press('Remove');
    expect(wrapper.text()).toContain('None on this computer.');
    expect(useToastsStore().toasts.map(({ key }) => key)).toEqual(['support.dumps.removed']);
  });

  it.each<[UpdateState, string, string | null]>([
    [{ phase: 'off' }, 'New versions come from your administrator.', null],
    [{ phase: 'notChecked' }, 'hasn’t looked for a new version yet', 'Check now'],
    [{ phase: 'upToDate', checkedAt: 0 }, 'This is the latest version.', 'Check now'],
    [{ phase: 'available', version: '0.2.0', canDownload: true }, 'Version 0.2.0 is available.', 'Download'],
    [{ phase: 'available', version: '0.2.0', canDownload: false }, 'Ask your administrator', null],
    [{ phase: 'downloading', version: '0.2.0', percent: 40 }, 'Downloading version 0.2.0: 40%', null],
    [{ phase: 'failed', problem: 'altered' }, 'isn’t the one that was published', 'Try again'],
  ])('says what is known of updates: %j', async (state, sentence, action) => {
    const { bridge, wrapper, press } = await openRows();
    useUpdatesStore().follow();
    bridge.push('updates.changed', state);
    await flushPromises();
    const row = wrapper.get('[data-part="updates"]');
    expect(row.text()).toContain(sentence);
    expect(row.findAll('button').map((button) => button.text())).toEqual(action === null ? [] : [action]);
    if (action === null) return;
    await press(action);
    expect(bridge.support.updatesAsked).toEqual([action === 'Download' ? 'download' : 'check']);
  });

  it('announces an update that the user can have, and one that is ready', async () => {
    const { bridge } = await openRows();
    useUpdatesStore().follow();
    bridge.push('updates.changed', { phase: 'available', version: '0.2.0', canDownload: false });
    bridge.push('updates.changed', { phase: 'available', version: '0.2.0', canDownload: true });
    bridge.push('updates.changed', { phase: 'checking' });
    bridge.push('updates.changed', { phase: 'available', version: '0.2.0', canDownload: true });
    bridge.push('updates.changed', { phase: 'ready', version: '0.2.0' });
    expect(useToastsStore().toasts.map(({ key, undoKey }) => [key, undoKey])).toEqual([
      ['support.updates.available', 'support.updates.download'],
      ['support.updates.ready', 'action.undo'],
    ]);
  });

  it('shows the diagnostics to be read, and saves them', async () => {
    const { bridge, press } = await openRows();
    await press('Show diagnostics');
    expect(document.querySelector('[data-testid="diagnostics"]')?.textContent).toBe(bridge.support.text);
    await press('Save as file…');
    expect(bridge.support.saved).toEqual([bridge.support.text]);
  });

  it('does not take crash dumps that cannot be read for none', async () => {
    const { wrapper } = await openRows((bridge) => {
      bridge.support.dumps = null;
    });
    expect(wrapper.text()).toContain('Their number isn’t known');
  });

  it('offers to try again when the diagnostics could not be collected', async () => {
    const { bridge, press } = await openRows();
    bridge.failNext.set('support.diagnostics', 'internal');
    await press('Show diagnostics');
    expect(document.body.textContent).toContain('couldn’t be collected');
    await press('Try again');
    expect(document.querySelector('[data-testid="diagnostics"]')?.textContent).toBe(bridge.support.text);
  });

  it('reports diagnostics that could not be saved', async () => {
    const { bridge, press } = await openRows();
    await press('Show diagnostics');
    bridge.failNext.set('support.saveDiagnostics', 'file.notSaved');
    await press('Save as file…');
    expect(useToastsStore().toasts).toHaveLength(1);
  });

  it('shows the log in the file manager', async () => {
    const { bridge, press } = await openRows();
    await press('Show log');
    expect(bridge.support.logShown).toBe(1);
  });

  it('opens the help', async () => {
    const { press } = await openRows();
    await press('Open help');
    expect(useHelpStore().part).toBe('guide');
  });
});

describe('HelpDialog', () => {
  it.each([
    ['guide', 'Who reads a message'],
    ['news', 'A monitoring budget'],
    ['about', 'Practice floor'],
  ] as const)('shows the part %s', async (part, text) => {
    mountOnFloor(HelpDialog, { snapshot });
    useHelpStore().part = part;
    await flushPromises();
    expect(document.body.textContent).toContain(text);
  });
});

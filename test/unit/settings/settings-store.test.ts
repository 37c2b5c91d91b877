import { describe, expect, it } from 'vitest';
import { done, fail, succeed } from '../../../main/base/result';
import { openSettingsStore, type SettingsFile } from '../../../main/settings/settings-store';
import { defaultSettings } from '../../../main/settings/settings-schema';
import type { Settings } from '../../../preload/contract';
import { allRights } from '../../../preload/contract/rights';
import { MemoryLog } from '../../support/floor/memory-log';

class MemoryFile implements SettingsFile {
  readonly values: Record<string, unknown>;
  writes = 0;
  isFull: boolean | 'throws' = false;

  constructor(values: Record<string, unknown> = {}) {
    this.values = values;
  }

  read(name: string): unknown {
    return this.values[name];
  }

  write(name: string, value: unknown): boolean {
    this.writes += 1;
    if (this.isFull === 'throws') throw new Error('ENOSPC');
    if (this.isFull) return false;
    this.values[name] = value;
    return true;
  }
}

describe('openSettingsStore', () => {
  it('starts with the defaults when nothing is stored, without a report', () => {
    const log = new MemoryLog();
    expect(openSettingsStore(new MemoryFile(), log.logger).current()).toEqual(defaultSettings);
    expect(log.lines).toEqual([]);
  });

  it.each([
    [{ closeToTray: false }, 'quit'],
    [{ closeToTray: true }, 'ask'],
    [{ closeToTray: false, onClose: 'hide' }, 'hide'],
  ])('reads what an earlier version stored about closing: %o', (settings, expected) => {
    const file = new MemoryFile({ settings });
    expect(openSettingsStore(file, new MemoryLog().logger).current().onClose).toBe(expected);
  });

  it('restores the settings after a restart', () => {
    const file = new MemoryFile();
    const log = new MemoryLog();
    openSettingsStore(file, log.logger).change({ theme: 'dark', watchMode: 'coach' });
    expect(openSettingsStore(file, log.logger).current()).toEqual({
      ...defaultSettings,
      theme: 'dark',
      watchMode: 'coach',
    });
  });

  it('keeps settings of another version', () => {
    const file = new MemoryFile({ settings: { leftOver: 1, attention: { rules: { mood: { isOn: true } } } } });
    openSettingsStore(file, new MemoryLog().logger).change({ theme: 'dark' });
    expect(file.values['settings']).toMatchObject({
      leftOver: 1,
      theme: 'dark',
      attention: { rules: { mood: { isOn: true } } },
    });
  });

  it('changes nothing in the file that a newer version wrote, but what is changed', () => {
    const newer = {
      theme: 'sepia',
      density: 'compact',
      alerts: { levels: { customerWaiting: 'siren' }, volume: 'silent', colour: 'red' },
      keys: { areSingleKeysOn: false, chosen: { 'chat.next': ['n'] }, layout: 'dvorak' },
      watchGroups: [
        {
          id: 'a',
          name: 'North',
          agentIds: ['1'],
          directoryGroups: [],
          mode: 'monitor',
          scope: 'allChats',
          nickname: '',
          shift: 'night',
        },
        { id: 'b', name: 'South', mode: 'consult' },
      ],
      mood: { isOn: true },
    };
    const file = new MemoryFile({ settings: structuredClone(newer), other: { ofNewer: 1 } });
    openSettingsStore(file, new MemoryLog().logger).change({ watchMode: 'coach' });
    expect(file.values['settings']).toMatchObject({ ...newer, watchMode: 'coach' });
    expect(file.values['other']).toEqual({ ofNewer: 1 });
    openSettingsStore(file, new MemoryLog().logger).change({ theme: 'dark' });
    expect(file.values['settings']).toMatchObject({ ...newer, watchMode: 'coach', theme: 'dark' });
  });

  it('resets only invalid settings, and reports them once by name', () => {
    const log = new MemoryLog();
    const stored = { ...defaultSettings, theme: 'pink', density: 'compact', onClose: 'yes', leftOver: 1 };
    const choices = openSettingsStore(new MemoryFile({ settings: stored }), log.logger);
    choices.current();
    expect(choices.current()).toEqual({ ...defaultSettings, density: 'compact' });
    expect(log.lines.map((line) => line.facts)).toEqual([{ invalidKeys: ['theme', 'onClose'] }]);
  });

  it.each([[null], [[]], [5], ['{}'], [{ __proto__: { theme: 'dark' } }]])('uses the defaults for %j', (stored) => {
    expect(openSettingsStore(new MemoryFile({ settings: stored }), new MemoryLog().logger).current()).toEqual(
      defaultSettings,
    );
  });

  it('uses the defaults when the file cannot be read', () => {
    const log = new MemoryLog();
    const file: SettingsFile = {
      read: () => {
        throw new Error('EIO');
      },
      write: () => true,
    };
    expect(openSettingsStore(file, log.logger).current()).toEqual(defaultSettings);
    expect(log.messages).toEqual(['warn: stored settings could not be read; using all defaults']);
  });

  it('notifies subscribers of changes until they unsubscribe', () => {
    const choices = openSettingsStore(new MemoryFile(), new MemoryLog().logger);
    const received: Settings[] = [];
    const stop = choices.subscribe((settings) => received.push(settings));
    expect(choices.change({ theme: 'dark' })).toEqual(succeed({ ...defaultSettings, theme: 'dark' }));
    choices.change({ theme: 'dark' });
    choices.change({});
    stop();
    choices.change({ theme: 'light' });
    expect(received).toEqual([{ ...defaultSettings, theme: 'dark' }]);
  });

  it('writes nothing without a change', () => {
    const file = new MemoryFile();
    expect(openSettingsStore(file, new MemoryLog().logger).change({ theme: 'system' }).ok).toBe(done.ok);
    expect(file.writes).toBe(0);
  });

  it.each([true, 'throws'] as const)('applies a change until the program ends when the disk is full (%s)', (isFull) => {
    const file = new MemoryFile();
    file.isFull = isFull;
    const choices = openSettingsStore(file, new MemoryLog().logger);
    const received: Settings[] = [];
    choices.subscribe((settings) => received.push(settings));
    expect(choices.change({ theme: 'dark' })).toEqual(fail('settings.notSaved'));
    expect([choices.current().theme, received.length]).toEqual(['dark', 1]);
  });

  it('lets the policy win without forgetting what the user chose', () => {
    const file = new MemoryFile({ settings: { theme: 'light', density: 'compact' } });
    const choices = openSettingsStore(file, new MemoryLog().logger, { fixed: { theme: 'dark' } });
    expect(choices.current()).toMatchObject({ theme: 'dark', density: 'compact' });
    expect(choices.change({ theme: 'light', density: 'comfortable' })).toEqual(fail('settings.locked'));
    expect(choices.current()).toMatchObject({ theme: 'dark', density: 'compact' });
    expect(choices.change({ theme: 'dark', density: 'comfortable' }).ok).toBe(true);
    expect(openSettingsStore(file, new MemoryLog().logger).current()).toMatchObject({
      ...{ theme: 'light', density: 'comfortable' },
    });
  });

  it('lets a default that the policy forbids give way without forgetting it', () => {
    const chosen = { watchMode: 'bargeIn', watchScope: 'allChats' } as const;
    const file = new MemoryFile({ settings: chosen });
    const rights = { ...allRights, mayBargeIn: false, mayWatchAllChats: false };
    const settings = openSettingsStore(file, new MemoryLog().logger, { rights });
    expect(settings.current()).toMatchObject({ watchMode: 'monitor', watchScope: 'nextChat' });
    expect(settings.change({ watchScope: 'allChats' })).toEqual(fail('policy.notAllowed'));
    expect(settings.change({ watchMode: 'bargeIn', theme: 'dark' })).toEqual(fail('policy.notAllowed'));
    expect(settings.change({ theme: 'light' }).ok).toBe(true);
    expect(openSettingsStore(file, new MemoryLog().logger).current()).toMatchObject({ ...chosen, theme: 'light' });
    expect(settings.change({ watchMode: 'coach' })).toMatchObject({ value: { watchMode: 'coach' } });
  });

  it('lets what is forbidden give way even if the policy fixes it', () => {
    const fixed = { watchMode: 'bargeIn' } as const;
    const rights = { ...allRights, mayBargeIn: false };
    const settings = openSettingsStore(new MemoryFile(), new MemoryLog().logger, { fixed, rights });
    expect(settings.current().watchMode).toBe('monitor');
  });
});

import { describe, expect, it } from 'vitest';
import { done, fail, succeed } from '../../../main/base/result';
import { openSettingsStore, type SettingsFile } from '../../../main/settings/settings-store';
import { defaultSettings } from '../../../main/settings/settings-schema';
import type { Settings } from '../../../preload/contract';
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

describe('the choices', () => {
  it('start with the defaults where nothing was ever chosen, without a word', () => {
    const log = new MemoryLog();
    expect(openSettingsStore(new MemoryFile(), log.logger).current()).toEqual({
      language: 'system',
      theme: 'system',
      density: 'comfortable',
      notifyChatStarted: true,
      notifyChatTakenAway: true,
      closeToTray: true,
      watchMode: 'monitor',
      watchScope: 'allChats',
      watchGroups: [],
      resumesWatches: 'offer',
      sidePanelOpen: true,
      attention: defaultSettings.attention,
      notifyNeedsYou: true,
      wall: { tileCount: 6, fill: 'attention', pinned: [] },
      keys: { areSingleKeysOn: true, chosen: {} },
      acceptsInvitations: false,
      bargeInBy: 'press',
      list: { sort: 'attention', groupBy: 'attention', filter: 'all', width: null },
      pastKept: 'hour',
      setAside: [],
    });
    expect(log.lines).toEqual([]);
  });

  it('survive a restart', () => {
    const file = new MemoryFile();
    const log = new MemoryLog();
    openSettingsStore(file, log.logger).change({ theme: 'dark', watchMode: 'coach' });
    expect(openSettingsStore(file, log.logger).current()).toEqual({
      ...defaultSettings,
      theme: 'dark',
      watchMode: 'coach',
    });
  });

  it('leave what another version wrote', () => {
    const file = new MemoryFile({ settings: { leftOver: 1, attention: { rules: { mood: { isOn: true } } } } });
    openSettingsStore(file, new MemoryLog().logger).change({ theme: 'dark' });
    expect(file.values['settings']).toMatchObject({
      leftOver: 1,
      theme: 'dark',
      attention: { rules: { mood: { isOn: true } } },
    });
  });

  it('lose only what is spoilt, and say so once by name', () => {
    const log = new MemoryLog();
    const stored = { ...defaultSettings, theme: 'pink', density: 'compact', closeToTray: 'yes', leftOver: 1 };
    const choices = openSettingsStore(new MemoryFile({ settings: stored }), log.logger);
    choices.current();
    expect(choices.current()).toEqual({ ...defaultSettings, density: 'compact' });
    expect(log.lines.map((line) => line.facts)).toEqual([{ invalidKeys: ['theme', 'closeToTray'] }]);
  });

  it.each([[null], [[]], [5], ['{}'], [{ __proto__: { theme: 'dark' } }]])('take the defaults from %j', (stored) => {
    expect(openSettingsStore(new MemoryFile({ settings: stored }), new MemoryLog().logger).current()).toEqual(
      defaultSettings,
    );
  });

  it('take the defaults from a file that cannot be read', () => {
    const log = new MemoryLog();
    const file: SettingsFile = {
      read: () => {
        throw new Error('EIO');
      },
      write: () => true,
    };
    expect(openSettingsStore(file, log.logger).current()).toEqual(defaultSettings);
    expect(log.messages).toEqual(['warn: the stored choices could not be read; all defaults are taken']);
  });

  it('are told to everybody who asked, until they stop asking, and only when they change', () => {
    const choices = openSettingsStore(new MemoryFile(), new MemoryLog().logger);
    const heard: Settings[] = [];
    const stop = choices.subscribe((settings) => heard.push(settings));
    expect(choices.change({ theme: 'dark' })).toEqual(succeed({ ...defaultSettings, theme: 'dark' }));
    choices.change({ theme: 'dark' });
    choices.change({});
    stop();
    choices.change({ theme: 'light' });
    expect(heard).toEqual([{ ...defaultSettings, theme: 'dark' }]);
  });

  it('are not written when nothing changed', () => {
    const file = new MemoryFile();
    expect(openSettingsStore(file, new MemoryLog().logger).change({ theme: 'system' }).ok).toBe(done.ok);
    expect(file.writes).toBe(0);
  });

  it.each([true, 'throws'] as const)('hold until the end of the program when the disk is full (%s)', (isFull) => {
    const file = new MemoryFile();
    file.isFull = isFull;
    const choices = openSettingsStore(file, new MemoryLog().logger);
    const heard: Settings[] = [];
    choices.subscribe((settings) => heard.push(settings));
    expect(choices.change({ theme: 'dark' })).toEqual(fail('settings.notSaved'));
    expect([choices.current().theme, heard.length]).toEqual(['dark', 1]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openSettingsStore, type SettingsFile } from '../../../main/settings/settings-store';
import { defaultSettings, readSettings } from '../../../main/settings/settings-schema';
import type { Settings, WatchTeam } from '../../../preload/contract';
import { MemoryLog } from '../../support/floor/memory-log';

class PaperFile implements SettingsFile {
  value: unknown;

  constructor(value: unknown) {
    this.value = structuredClone(value);
  }

  read(): unknown {
    return this.value;
  }

  write(_name: string, value: unknown): boolean {
    this.value = structuredClone(value);
    return true;
  }
}

function changed(stored: unknown, ...patches: Partial<Settings>[]): unknown {
  const file = new PaperFile(stored);
  const choices = openSettingsStore(file, new MemoryLog().logger);
  for (const patch of patches) choices.change(patch);
  return file.value;
}

function without(value: object, name: string): object {
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== name));
}

const team: WatchTeam = {
  id: 'g1',
  name: 'Night',
  agentIds: ['a1'],
  directoryGroups: [],
  mode: 'monitor',
  scope: 'allChats',
  nickname: '',
};
const tuned = { isOn: false, threshold: 42, hotThreshold: 84 };

describe('settings of another version', () => {
  it('keep unknown parts at any depth when a setting changes', () => {
    const stored = {
      ...structuredClone(defaultSettings),
      futureKey: { a: [1] },
      theme: 'sepia',
      wall: { ...defaultSettings.wall, glow: true },
      attention: {
        ...defaultSettings.attention,
        rules: { ...defaultSettings.attention.rules, pingPong: tuned, futureRule: tuned },
      },
      watchGroups: [
        { ...team, colour: 'red' },
        { id: 'g2', kind: 'dynamic' },
      ],
    };
    const renamed = { ...team, name: 'Late' };
    expect(changed(stored, { density: 'compact', watchGroups: [renamed] })).toEqual({
      ...stored,
      density: 'compact',
      watchGroups: [
        { ...renamed, colour: 'red' },
        { id: 'g2', kind: 'dynamic' },
      ],
    });
  });

  it('lose only the unreadable rule', () => {
    const rules = {
      ...defaultSettings.attention.rules,
      pingPong: tuned,
      repeated: { isOn: 'often' },
      futureRule: tuned,
    };
    const { settings, invalidKeys } = readSettings({ attention: { ...defaultSettings.attention, rules } });
    expect(settings.attention.rules).toEqual({ ...defaultSettings.attention.rules, pingPong: tuned });
    expect(invalidKeys).toEqual(['attention']);
  });

  it('get the defaults for what an older version did not have', () => {
    const olderRules = without(defaultSettings.attention.rules, 'newAgent');
    const older = without(defaultSettings.attention, 'newAgentGroups');
    const { settings, invalidKeys } = readSettings({
      attention: { ...older, rules: { ...olderRules, pingPong: tuned } },
    });
    expect(settings.attention).toEqual({
      ...defaultSettings.attention,
      rules: { ...defaultSettings.attention.rules, pingPong: tuned },
    });
    expect(invalidKeys).toEqual([]);
  });

  it('lose one shortcut, not all of them, and write it back', () => {
    const keys = { areSingleKeysOn: false, chosen: { good: ['Ctrl+J'], bad: 7 } };
    expect(readSettings({ keys }).settings.keys).toEqual({ areSingleKeysOn: false, chosen: { good: ['Ctrl+J'] } });
    const patch = { areSingleKeysOn: true, chosen: { good: ['Ctrl+K'] } };
    expect(changed({ keys }, { keys: patch })).toMatchObject({
      keys: { ...patch, chosen: { ...patch.chosen, bad: 7 } },
    });
  });

  it('remove from the file what was removed here', () => {
    const stored = {
      watchGroups: [team, { ...team, id: 'g2' }],
      keys: { areSingleKeysOn: true, chosen: { a: ['b'] } },
    };
    expect(changed(stored, { watchGroups: [team], keys: { areSingleKeysOn: true, chosen: {} } })).toMatchObject({
      watchGroups: [team],
      keys: { chosen: {} },
    });
  });

  it('lose nothing that is not changed, whatever was stored', () => {
    const name = fc.constantFrom(...Object.keys(defaultSettings), 'futureKey', '__proto__');
    const stored = fc.dictionary(name, fc.jsonValue({ maxDepth: 3 }), { maxKeys: 8 });
    fc.assert(
      fc.property(stored, fc.constantFrom('comfortable' as const, 'compact' as const), (values, density) => {
        const before: unknown = JSON.parse(JSON.stringify(values));
        const after = changed(before, { density });
        const rest = without(before as object, 'density');
        expect({ ...(after as object), ...rest }).toEqual(after);
        expect(readSettings(after).settings).toEqual({ ...readSettings(before).settings, density });
      }),
    );
  });
});

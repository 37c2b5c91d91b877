import { flushPromises } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { defineComponent, h } from 'vue';
import { createAppI18n } from '../../../../renderer/app/i18n';
import { catalogues } from '../../../../renderer/locales/catalogues';
import { keyCatalogue } from '../../../../renderer/features/shortcuts/key-catalogue';
import KeyTable from '../../../../renderer/features/shortcuts/KeyTable.vue';
import { useSettingsStore } from '../../../../renderer/stores/settings.store';
import { canonicalChord } from '../../../../renderer/ui/keys/chord';
import { conflictingAction, chordProblem, withKeys } from '../../../../renderer/ui/keys/key-overrides';
import { createKeyMap } from '../../../../renderer/ui/keys/key-map';
import { provideKeyMap } from '../../../../renderer/ui/keys/use-key-map';
import { busyFloor } from '../../../support/renderer/busy-floor';
import { mountOnFloor } from '../../../support/renderer/mount-on-floor';

const usualKeys = (id: string): readonly string[] =>
  keyCatalogue.find((action) => action.id === id)?.keys.map(canonicalChord) ?? [];

describe('the catalogue of actions', () => {
  it('names every action once, in words that exist', () => {
    const { global: catalogue } = createAppI18n(catalogues);
    const ids = keyCatalogue.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const keys = keyCatalogue.flatMap(({ labelKey, groupKey }) => [labelKey, groupKey]);
    expect(keys.filter((key) => !catalogue.te(key))).toEqual([]);
  });

  it('gives no key to two actions that can be meant at the same time', () => {
    const table = { actions: keyCatalogue, keysOf: usualKeys };
    const clashes = keyCatalogue.flatMap(({ id }) =>
      usualKeys(id).flatMap((chord) => {
        const holder = conflictingAction(chord, id, table);
        return holder === null ? [] : [`${chord}: ${id}, ${holder.id}`];
      }),
    );
    expect(clashes).toEqual([]);
  });
});

describe('a chosen key', () => {
  it.each([
    ['Enter', 'control'],
    ['Shift+Enter', 'control'],
    ['Escape', 'control'],
    ['ArrowDown', 'control'],
    ['$mod+c', 'system'],
    ['$mod+q', 'system'],
    ['$mod+Enter', null],
    ['x', null],
    ['F7', null],
    ['Alt+x', null],
  ])('%s is refused: %s', (chord, why) => {
    expect(chordProblem(chord)).toBe(why);
  });

  it('is not kept when it is the usual one', () => {
    const action = { id: 'a', keys: ['$mod+K'], labelKey: '', groupKey: '' };
    const chosen = withKeys({ areSingleKeysOn: true, chosen: { b: ['x'] } }, action, ['Alt+k']);
    expect(chosen.chosen).toEqual({ a: ['Alt+k'], b: ['x'] });
    expect(withKeys(chosen, action, ['$mod+k']).chosen).toEqual({ b: ['x'] });
  });
});

describe('the table of keys', () => {
  function table() {
    const host = defineComponent({
      setup() {
        const settings = useSettingsStore();
        const choices = () => settings.settings.keys;
        provideKeyMap(createKeyMap({ isMac: false, isLayerOpen: () => false, catalogue: keyCatalogue, choices }));
        return () => h(KeyTable);
      },
    });
    const mounted = mountOnFloor(host, { snapshot: busyFloor(0) });
    const line = (id: string): HTMLElement => document.querySelector<HTMLElement>(`[data-action="${id}"]`)!;
    const click = async (id: string, words: string | RegExp): Promise<void> => {
      const buttons = [...line(id).querySelectorAll('button')];
      buttons.find((one) => (one.getAttribute('aria-label') ?? one.textContent).match(words) !== null)!.click();
      await flushPromises();
    };
    const press = async (key: string, options: KeyboardEventInit = {}): Promise<void> => {
      document.activeElement!.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...options }),
      );
      await flushPromises();
    };
    const { bridge } = mounted;
    return { line, click, press, chosen: () => bridge.settings.keys.chosen };
  }

  it('records the keys that are pressed', async () => {
    const { click, press, chosen, line } = table();
    await click('chat.write', /Change$/);
    await press('j', { ctrlKey: true });
    expect(chosen()).toEqual({ 'chat.write': ['$mod+j'] });
    expect(line('chat.write').textContent).toContain('Ctrl J');
  });

  it('shows the current meaning of a key, and reassigns it only after confirmation', async () => {
    const { click, press, chosen, line } = table();
    await click('chat.write', /Change$/);
    await press('m');
    expect(chosen()).toEqual({});
    expect(line('chat.write').querySelector('[role="alert"]')?.textContent).toContain(
      'M is already used for “Monitor”.',
    );
    await click('chat.write', 'Use here instead');
    expect(chosen()).toEqual({ 'chat.write': ['m'], 'chat.mode.monitor': [] });
  });

  it('never gives away the keys that step back everywhere, and says so', async () => {
    const { click, press, chosen, line } = table();
    await click('chat.write', /Change$/);
    await press('Backspace', { ctrlKey: true, shiftKey: true });
    expect(line('chat.write').querySelector('[role="alert"]')?.textContent).toMatch(/is reserved for/u);
    await press('Escape', { shiftKey: true });
    expect(line('chat.write').querySelector('[role="alert"]')?.textContent).toMatch(/is reserved for/u);
    expect(chosen()).toEqual({});
  });

  it('notes a key of a file that does not count', async () => {
    const { line } = table();
    await useSettingsStore().change({ keys: { areSingleKeysOn: true, chosen: { 'chat.write': ['Shift+Escape'] } } });
    await flushPromises();
    expect(line('chat.write').textContent).toContain('Shift Esc was set for this in the settings file');
    expect(line('shell.stepBackEverywhere').textContent).toContain('Shift Esc');
  });

  it('leaves everything as it is by Escape', async () => {
    const { click, press, chosen } = table();
    await click('chat.write', /Change$/);
    await press('Escape');
    await press('y');
    expect(chosen()).toEqual({});
  });

  it('goes back to the usual key, one or all', async () => {
    const { click, press, chosen } = table();
    for (const [id, key] of [
      ['chat.write', 'F7'],
      ['chat.latest', 'F8'],
    ] as const) {
      await click(id, /Change$/);
      await press(key);
    }
    await click('chat.write', /Change$/);
    await click('chat.write', 'Reset to default');
    expect(chosen()).toEqual({ 'chat.latest': ['F8'] });
    [...document.querySelectorAll('button')].find((one) => one.textContent.includes('Reset all shortcuts'))!.click();
    await flushPromises();
    expect(chosen()).toEqual({});
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computed, defineComponent, nextTick, shallowRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { languageCodes, type Language } from '../../../../preload/contract/languages';
import { keyCatalogue } from '../../../../renderer/features/shortcuts/key-catalogue';
import { actionItems, namedActions } from '../../../../renderer/features/palette/action-items';
import { useAgentItems } from '../../../../renderer/features/palette/agent-items';
import { useChatItems } from '../../../../renderer/features/palette/chat-items';
import type { PaletteItem } from '../../../../renderer/features/palette/palette-item';
import { useSettingItems } from '../../../../renderer/features/palette/setting-items';
import { usePalette } from '../../../../renderer/features/palette/use-palette';
import { catalogues } from '../../../../renderer/locales/catalogues';
import { useRecentStore } from '../../../../renderer/stores/recent.store';
import { useSettingsStore } from '../../../../renderer/stores/settings.store';
import { createKeyMap } from '../../../../renderer/ui/keys/key-map';
import { busyFloor } from '../../../support/renderer/busy-floor';
import { mountOnFloor } from '../../../support/renderer/mount-on-floor';
import '../../../support/property-seed';
import { runSeed } from '../../../support/run-seed';

const at = Date.UTC(2026, 10, 29, 9, 0);
/** Written down here a second time, so that no mark that was forgotten on an item makes the property hold. */
const isForMany = /^(?:setting:|group:|action:(?:floor\.(?:watch|stop)|many\.|signOut))/u;

function textsIn(value: unknown): readonly string[] {
  return typeof value === 'string' ? [value] : Object.values(value as object).flatMap(textsIn);
}
function wordsOf(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.flatMap((text) => text.split(/[\s|{}.,:;!?…“”„"()·]+/u)).filter(Boolean))];
}

/** The palette without its dialog, in one language, on a busy floor where everything can be done. */
async function palette(language: Language, isPossible: (id: string) => boolean = () => true) {
  const keyMap = createKeyMap({ isMac: false, isLayerOpen: () => false, catalogue: keyCatalogue });
  keyMap.register(
    keyCatalogue.filter(({ id }) => isPossible(id)).map((action) => ({ ...action, run: () => undefined })),
  );
  const nowhere = () => undefined;
  const reach = { openChat: nowhere, openMessage: nowhere, openSearch: nowhere, openSettings: nowhere };
  const isOpen = shallowRef(false);
  let all: () => readonly PaletteItem[] = () => [];
  let opened: ReturnType<typeof usePalette> | undefined;
  const host = defineComponent(() => {
    const { t, locale } = useI18n();
    locale.value = language;
    const { chatItems, chatActionItems, messageItems } = useChatItems(reach);
    const { agentItems, joinItems, groupItems } = useAgentItems(reach);
    const settingItems = useSettingItems(reach, false);
    const settings = useSettingsStore();
    const team = { id: 'g1', name: 'Join', agentIds: [], directoryGroups: ['Orders'], mode: 'bargeIn' } as const;
    settings.settings = { ...settings.settings, watchGroups: [{ ...team, scope: 'allChats', nickname: '' }] };
    const translate = (key: string, values?: Record<string, string>): string => t(key, values ?? {});
    const named = computed(() => namedActions(keyMap, translate));
    all = () => [
      ...chatActionItems(),
      ...actionItems(named.value, keyMap, translate, false),
      ...chatItems(),
      ...joinItems(),
      ...agentItems(),
      ...groupItems(),
      ...settingItems(),
    ];
    opened = usePalette(isOpen, { all, said: messageItems });
    return () => null;
  });
  mountOnFloor(host, { snapshot: busyFloor(at), now: () => at });
  isOpen.value = true;
  await nextTick();
  const offered = async (typed: string): Promise<PaletteItem | undefined> => {
    opened!.typed.value = typed;
    await nextTick();
    return opened!.active.value;
  };
  return { offered, all: () => all(), opened: opened! };
}

describe.each(languageCodes)('what Enter does straight after typing, in %s', (language) => {
  it('is never a setting or an act on many, whatever word of the console was typed', { timeout: 120_000 }, async () => {
    const { offered, all } = await palette(language);
    const labels = wordsOf(all().flatMap(({ names }) => names));
    const beginnings = labels.flatMap((word) => [1, 3].map((length) => Array.from(word).slice(0, length).join('')));
    const others = fc.sample(fc.constantFrom(...wordsOf(textsIn(catalogues[language]))), {
      numRuns: 200,
      seed: runSeed,
    });
    const words = new Set([...labels, ...beginnings, ...others, 'join', 'all', 'watch', 'dark']);
    expect(words.size).toBeGreaterThan(300);
    const wrong: string[] = [];
    for (const word of words) {
      const first = await offered(word);
      if (first !== undefined && isForMany.test(first.id)) wrong.push(`${word}: ${first.id}`);
    }
    expect(wrong).toEqual([]);
  });

  it('nor when it was used lately, nor by letters left out', { timeout: 120_000 }, async () => {
    const { offered, all } = await palette(language);
    const recent = useRecentStore();
    const items = all();
    for (const { id } of items.filter((item) => isForMany.test(item.id))) recent.note(id);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...items), fc.infiniteStream(fc.boolean()), async (item, keeps) => {
        const letters = Array.from(item.label).filter((letter) => letter === ' ' || keeps.next().value);
        const first = await offered(letters.join(''));
        return first === undefined || !isForMany.test(first.id);
      }),
      { numRuns: 80 },
    );
    expect(isForMany.test((await offered(''))?.id ?? '')).toBe(false);
  });
});

describe('the word "join"', () => {
  it('offers a running chat to be joined in silence', async () => {
    const { offered } = await palette('en', (id) => id !== 'chat.accept');
    const first = await offered('join');
    expect(first).toMatchObject({ kind: 'chat' });
    expect(first?.label).toMatch(/^Join chat with /u);
  });

  it('leaves what has to be pointed at in reach of the arrows', async () => {
    const { offered, opened } = await palette('en');
    expect(await offered('theme dark')).not.toMatchObject({ kind: 'setting' });
    opened.move(-1);
    expect(opened.active.value?.id).toBe('setting:theme:dark');
  });
});

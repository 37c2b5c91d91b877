import { flushPromises } from '@vue/test-utils';
import { TooltipProvider } from 'reka-ui';
import { describe, expect, it } from 'vitest';
import { defineComponent, h } from 'vue';
import AppShell from '../../../../renderer/app/AppShell.vue';
import { keyCatalogue } from '../../../../renderer/features/shortcuts/key-catalogue';
import { appPages } from '../../../../preload/contract/app-pages';
import { provideCurrentPage, type CurrentPage } from '../../../../renderer/app/app-pages';
import { useChatsStore } from '../../../../renderer/stores/chats.store';
import { canonicalChord } from '../../../../renderer/ui/keys/chord';
import { createKeyMap, type ActionInfo } from '../../../../renderer/ui/keys/key-map';
import { provideKeyMap } from '../../../../renderer/ui/keys/use-key-map';
import { busyFloor } from '../../../support/renderer/busy-floor';
import { mountOnFloor } from '../../../support/renderer/mount-on-floor';

function facts({ id, keys, labelKey, groupKey }: ActionInfo): unknown {
  return { id, keys: keys.map(canonicalChord), labelKey, groupKey };
}

describe('the catalogue of actions', () => {
  it('says of every action what the part that does it says', { timeout: 60_000 }, async () => {
    const keyMap = createKeyMap({ isMac: false, isLayerOpen: () => false, catalogue: keyCatalogue });
    let place: CurrentPage | undefined;
    const host = defineComponent(() => {
      provideKeyMap(keyMap);
      place = provideCurrentPage();
      return () => h(TooltipProvider, null, { default: () => h(AppShell) });
    });
    const snapshot = busyFloor(Date.now());
    mountOnFloor(host, { snapshot });
    const catalogue = new Map(keyCatalogue.map((action) => [action.id, facts(action)]));
    const seen = new Map<string, unknown>();
    const look = async (): Promise<void> => {
      await flushPromises();
      for (const binding of keyMap.bindings) {
        if (binding.isKeyOnly !== true) seen.set(binding.id, facts(binding));
      }
    };
    for (const { id } of snapshot.chats) {
      useChatsStore().select(id);
      await look();
    }
    for (const one of appPages) {
      place!.value = one;
      await look();
    }
    expect([...seen.keys()].toSorted()).toEqual([...seen.keys()].filter((id) => catalogue.has(id)).toSorted());
    expect(seen.size).toBeGreaterThan(30);
    for (const [id, info] of seen) expect(catalogue.get(id)).toEqual(info);
  });
});

import { useMediaQuery } from '@vueuse/core';
import { computed, shallowRef } from 'vue';
import { useSettingsStore } from '../../stores/settings.store';

/**
 * The details panel of the chat. In a wide window it is a column whose state is saved; in a narrow one it overlays the
 * chat until closed.
 */
export function useSidePanel() {
  const store = useSettingsStore();
  const isWide = useMediaQuery('(min-width: 1100px)');
  const isOverlayOpen = shallowRef(false);
  const isOpen = computed(() => (isWide.value ? store.settings.sidePanelOpen : isOverlayOpen.value));

  function toggle(): void {
    if (isWide.value) void store.change({ sidePanelOpen: !store.settings.sidePanelOpen });
    else isOverlayOpen.value = !isOverlayOpen.value;
  }

  return { isWide, isOpen, toggle };
}

import { useMediaQuery } from '@vueuse/core';
import { computed, shallowRef } from 'vue';
import { useSettingsStore } from '../stores/settings.store';

/**
 * The details beside a chat. In a wide window they have a column of their own, and that choice is kept; in a narrow one
 * they lie over the chat for as long as they are asked for.
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

import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import type { UserPresence, Disposer } from '../../preload/contract';
import { currentBridge } from '../bridge/bridge';
import { useSettingsStore } from './settings.store';

/** Whether the supervisor is at the workstation, as main follows it. */
export const usePresenceStore = defineStore('presence', () => {
  const presence = shallowRef<UserPresence>({ away: null });
  const settings = useSettingsStore();
  /** Chats and names are covered, so that no one else at the screen reads them. */
  const isCovered = computed(() => presence.value.away !== null && settings.settings.hidesTextsWhenAway);

  /** Subscribes to main. Returns the disposer. */
  function follow(): Disposer {
    const bridge = currentBridge();
    let hasChanged = false;
    const dispose = bridge.on('presence.changed', (changed) => {
      hasChanged = true;
      presence.value = changed;
    });
    // A change is newer than the answer that it overtook.
    void bridge.invoke('presence.read', null).then((result) => {
      if (result.ok && !hasChanged) presence.value = result.value;
    });
    return dispose;
  }

  return { presence, isCovered, follow };
});

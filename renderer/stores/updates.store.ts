import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { Disposer, UpdateState } from '../../preload/contract';
import { currentBridge } from '../bridge/bridge';
import { useToastsStore } from './toasts.store';

/** Updates of the program, as main reports them. */
export const useUpdatesStore = defineStore('updates', () => {
  /** `null` until main replied. */
  const state = shallowRef<UpdateState | null>(null);

  /** Subscribes to main. Returns the disposer. */
  function follow(): Disposer {
    const bridge = currentBridge();
    let hasChanged = false;
    const dispose = bridge.on('updates.changed', (changed) => {
      hasChanged = true;
      state.value = changed;
      announce(changed);
    });
    // A change is newer than the reply that it overtook.
    void bridge.invoke('updates.read', null).then((result) => {
      if (result.ok && !hasChanged) state.value = result.value;
    });
    return dispose;
  }

  /** What the user can act on is said once; the rest is found in the settings. */
  function announce(changed: UpdateState): void {
    if (changed.phase !== 'available' && changed.phase !== 'ready') return;
    const { version } = changed;
    if (changed.phase === 'ready')
      useToastsStore().add({ tone: 'done', key: 'support.updates.ready', values: { version } });
    else if (changed.canDownload)
      useToastsStore().add({
        tone: 'info',
        key: 'support.updates.available',
        values: { version },
        undo: download,
        undoKey: 'support.updates.download',
      });
  }

  function check(): void {
    void currentBridge().invoke('updates.check', null);
  }

  function download(): void {
    void currentBridge().invoke('updates.download', null);
  }

  return { state, follow, check, download };
});

import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { Disposer, UpdateState } from '../../preload/contract';
import { currentBridge } from '../bridge/bridge';
import { useToastsStore } from './toasts.store';

/** Updates of the program, as main reports them. */
export const useUpdatesStore = defineStore('updates', () => {
  /** `null` until main replied. */
  const state = shallowRef<UpdateState | null>(null);
  /** What was announced last: later checks find the same version again. */
  let announced = '';

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
    const isReady = changed.phase === 'ready';
    if (!isReady && !(changed.phase === 'available' && changed.canDownload)) return;
    const { phase, version } = changed;
    if (announced === `${phase} ${version}`) return;
    announced = `${phase} ${version}`;
    const offer = { undo: download, undoKey: 'support.updates.download' };
    useToastsStore().add({
      ...{ tone: isReady ? 'done' : 'info', key: `support.updates.${phase}`, values: { version } },
      ...(isReady ? {} : offer),
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

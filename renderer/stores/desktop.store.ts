import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { DesktopState, Disposer } from '../../preload/contract';
import { currentBridge } from '../bridge/bridge';

const notKnown: DesktopState = {
  notifications: 'notKnown',
  tray: 'notKnown',
  doNotDisturb: 'notKnown',
  sound: 'working',
  notice: [],
  selfTest: 'idle',
};

/** How far the desktop can reach the supervisor, as main decided it. */
export const useDesktopStore = defineStore('desktop', () => {
  const state = shallowRef<DesktopState>(notKnown);

  /** Subscribes to the state. Returns the disposer. */
  function follow(): Disposer {
    const bridge = currentBridge();
    const dispose = bridge.on('desktop.stateChanged', (next) => {
      state.value = next;
    });
    void bridge.invoke('desktop.state', null).then((result) => {
      if (result.ok) state.value = result.value;
    });
    return dispose;
  }

  function startTest(): void {
    void currentBridge().invoke('desktop.test', null);
  }

  function dismissNotice(): void {
    void currentBridge().invoke('desktop.dismissNotice', null);
  }

  /** Reports whether the page could play a sound. */
  function soundPlayed(isPlayed: boolean): void {
    void currentBridge().invoke('sound.report', { isPlayed });
  }

  return { state, follow, startTest, dismissNotice, soundPlayed };
});

import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { AppError, ConnectionCheckState, Disposer } from '../../preload/contract';
import { currentBridge } from '../bridge/bridge';

/** The connection check that main runs, and whether its dialog is open. */
export const useConnectionCheckStore = defineStore('connectionCheck', () => {
  const check = shallowRef<ConnectionCheckState | null>(null);
  const isOpen = shallowRef(false);
  /** Server address that is checked while signed out: that of the sign-in form, unless another one is typed. */
  const address = shallowRef('');
  /** Why the last check could not begin. */
  const problem = shallowRef<AppError | null>(null);

  /** Subscribes to main. Returns the disposer. */
  function follow(): Disposer {
    const bridge = currentBridge();
    const dispose = bridge.on('connectionCheck.changed', (changed) => {
      check.value = changed;
    });
    // Also makes main send the changes to this window.
    void bridge.invoke('connectionCheck.read', null).then((result) => {
      if (result.ok) check.value ??= result.value;
    });
    return dispose;
  }

  /** Opens the dialog, which begins a check if there is an address. */
  function open(): void {
    check.value = null;
    problem.value = null;
    isOpen.value = true;
  }

  async function start(): Promise<void> {
    const result = await currentBridge().invoke('connectionCheck.start', { address: address.value });
    problem.value = result.ok ? null : result.error;
    // What is shown would be of another address.
    if (!result.ok) check.value = null;
  }

  async function stop(): Promise<void> {
    await currentBridge().invoke('connectionCheck.stop', null);
  }

  return { check, isOpen, address, problem, follow, open, start, stop };
});

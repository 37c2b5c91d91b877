import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { CrashDumpSummary, Result } from '../../preload/contract';
import { currentBridge } from '../bridge/bridge';
import { useToastsStore } from './toasts.store';

/** The text of the diagnostics, once main has collected it. */
export type Diagnostics =
  { readonly is: 'loading' } | { readonly is: 'collected'; readonly text: string } | { readonly is: 'failed' };

/** Diagnostics, log and crash dumps of this computer. */
export const useSupportStore = defineStore('support', () => {
  const diagnostics = shallowRef<Diagnostics>({ is: 'loading' });
  /** `undefined` until main replied, `null` if they cannot be read. */
  const crashDumps = shallowRef<CrashDumpSummary | null>();

  /** Returns the value, or `null` after reporting why there is none. */
  function accept<T>(result: Result<T>): T | null {
    if (result.ok) return result.value;
    useToastsStore().addProblem(result.error);
    return null;
  }

  /** Collects the diagnostics again, so that they are never older than their window. */
  async function collect(): Promise<void> {
    diagnostics.value = { is: 'loading' };
    const result = await currentBridge().invoke('support.diagnostics', null);
    diagnostics.value = result.ok ? { is: 'collected', text: result.value } : { is: 'failed' };
  }

  async function save(): Promise<void> {
    accept(await currentBridge().invoke('support.saveDiagnostics', null));
  }

  async function showLog(): Promise<void> {
    accept(await currentBridge().invoke('support.showLog', null));
  }

  async function countDumps(): Promise<void> {
    crashDumps.value = accept(await currentBridge().invoke('support.crashDumps', null));
  }

  /** Returns whether none is left. */
  async function removeDumps(): Promise<boolean> {
    crashDumps.value = accept(await currentBridge().invoke('support.removeCrashDumps', null));
    return crashDumps.value?.count === 0;
  }

  return { diagnostics, crashDumps, collect, save, showLog, countDumps, removeDumps };
});

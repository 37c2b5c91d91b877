import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { AppError, CommandReply, CrashDumpSummary, Result } from '../../preload/contract';
import { currentBridge } from '../bridge/bridge';
import { useToastsStore } from './toasts.store';

/** Diagnostics, log and crash dumps of this computer. */
export const useSupportStore = defineStore('support', () => {
  /** `null` until main has collected it. */
  const diagnostics = shallowRef<string | null>(null);
  /** `null` while not known. */
  const crashDumps = shallowRef<CrashDumpSummary | null>(null);

  function accept<T>(result: Result<T>): T | null {
    if (result.ok) return result.value;
    reportProblem(result.error);
    return null;
  }

  function reportProblem(error: AppError): void {
    useToastsStore().addProblem(error);
  }

  /** Collects the diagnostics again, so that they are never older than their window. */
  async function collect(): Promise<void> {
    diagnostics.value = null;
    diagnostics.value = accept(await currentBridge().invoke('support.diagnostics', null));
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

  async function removeDumps(): Promise<boolean> {
    const left: CommandReply<'support.removeCrashDumps'> | null = accept(
      await currentBridge().invoke('support.removeCrashDumps', null),
    );
    crashDumps.value = left;
    return left?.count === 0;
  }

  return { diagnostics, crashDumps, collect, save, showLog, countDumps, removeDumps };
});

import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type {
  Disposer,
  JournalCheck,
  JournalExport,
  JournalPage,
  JournalPeriod,
  JournalState,
  ShiftReport,
} from '../../preload/contract';
import { currentBridge } from '../bridge/bridge';
import { useToastsStore } from './toasts.store';

const healthy: JournalState = { problem: null, waitingCount: 0, lostCount: 0 };

/** The supervisor's journal, which main keeps; the window reads a period at a time. */
export const useJournalStore = defineStore('journal', () => {
  const state = shallowRef<JournalState>(healthy);
  const page = shallowRef<JournalPage | null>(null);
  const status = shallowRef<'loading' | 'ready' | 'failed'>('loading');
  const check = shallowRef<JournalCheck | 'running' | null>(null);
  const report = shallowRef<ShiftReport | null>(null);
  const reportStatus = shallowRef<'loading' | 'ready' | 'failed'>('loading');
  let lastRequest = 0;
  let lastReport = 0;

  /** A problem that begins is shown once; the page shows it as long as it lasts. */
  function stateChanged(next: JournalState): void {
    const hadProblem = state.value.problem !== null;
    state.value = next;
    if (next.problem !== null && !hadProblem)
      useToastsStore().add({ tone: 'problem', key: `journal.problem.${next.problem}` });
  }

  /** Subscribes to the state. Returns the disposer. */
  function follow(): Disposer {
    const bridge = currentBridge();
    const dispose = bridge.on('journal.stateChanged', stateChanged);
    void bridge.invoke('journal.state', null).then((result) => {
      if (result.ok) stateChanged(result.value);
    });
    return dispose;
  }

  async function read(period: JournalPeriod): Promise<void> {
    lastRequest += 1;
    const request = lastRequest;
    const result = await currentBridge().invoke('journal.read', period);
    // A slower answer for an earlier period must not replace this one.
    if (request !== lastRequest) return;
    status.value = result.ok ? 'ready' : 'failed';
    if (result.ok) page.value = result.value;
  }

  async function makeReport(period: JournalPeriod): Promise<void> {
    lastReport += 1;
    const request = lastReport;
    reportStatus.value = 'loading';
    const result = await currentBridge().invoke('journal.report', period);
    if (request !== lastReport) return;
    reportStatus.value = result.ok ? 'ready' : 'failed';
    report.value = result.ok ? result.value : null;
  }

  /** Saves the printed report as PDF. */
  async function saveReport(): Promise<void> {
    const result = await currentBridge().invoke('journal.savePdf', null);
    if (!result.ok) useToastsStore().addProblem(result.error);
  }

  async function runCheck(): Promise<void> {
    check.value = 'running';
    const result = await currentBridge().invoke('journal.check', null);
    check.value = result.ok ? result.value : null;
    if (!result.ok) useToastsStore().addProblem(result.error);
  }

  async function save(request: JournalExport): Promise<void> {
    const result = await currentBridge().invoke('journal.export', request);
    if (!result.ok) useToastsStore().addProblem(result.error);
  }

  return { state, page, status, check, report, reportStatus, follow, read, makeReport, saveReport, runCheck, save };
});

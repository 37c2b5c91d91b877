import { defineStore } from 'pinia';
import { computed, shallowRef, watch } from 'vue';
import type { AppError } from '../../preload/contract';
import { fewAtOnce } from '../domain/lists/few-at-once';
import { useSessionStore } from './session.store';

export type BulkKind = 'watch' | 'stopWatching' | 'join' | 'leave' | 'monitorWatches';

/** One item of the bulk command, with the name used in the report. */
export interface BulkTarget {
  readonly id: string;
  readonly name: string;
}

export interface BulkFailure extends BulkTarget {
  readonly error: AppError;
}

/** The progress. */
export interface BulkRun {
  readonly id: number;
  readonly kind: BulkKind;
  readonly count: number;
  readonly done: readonly string[];
  readonly failures: readonly BulkFailure[];
  /** `stopping`: no further item starts; running requests are awaited. */
  readonly phase: 'running' | 'stopping' | 'over';
}

export interface BulkPlan {
  readonly kind: BulkKind;
  readonly targets: readonly BulkTarget[];
  /** True if the command shows the supervisor to others: stepping back stops it. */
  readonly isVisible?: boolean;
  /** `null`: its effect was confirmed. */
  readonly act: (id: string) => Promise<AppError | null>;
  /** Called once with the ids of the items that succeeded; `left` is the number not started because of a stop. */
  readonly onOver?: (done: readonly string[], left: number) => void;
}

const mostAtOnce = 4;

/**
 * Runs bulk commands item by item and records each result. A stop leaves the items that have not started alone. Failed
 * items stay listed until they are retried or dismissed.
 */
export const useBulkStore = defineStore('bulk', () => {
  const session = useSessionStore();
  const runs = shallowRef<readonly BulkRun[]>([]);
  const plans = new Map<number, BulkPlan>();
  let lastId = 0;
  const isBusy = computed(() => runs.value.some(({ phase }) => phase !== 'over'));

  const runOf = (id: number): BulkRun | undefined => runs.value.find((run) => run.id === id);
  function change(id: number, next: (run: BulkRun) => BulkRun): void {
    runs.value = runs.value.map((run) => (run.id === id ? next(run) : run));
  }

  async function start(plan: BulkPlan): Promise<void> {
    lastId += 1;
    const id = lastId;
    const { kind, targets } = plan;
    plans.set(id, plan);
    runs.value = [...runs.value, { id, kind, count: targets.length, done: [], failures: [], phase: 'running' }];
    await fewAtOnce(targets, mostAtOnce, async (target) => {
      if (runOf(id)?.phase !== 'running') return;
      const error = await plan.act(target.id);
      change(id, (run) =>
        error === null
          ? { ...run, done: [...run.done, target.id] }
          : { ...run, failures: [...run.failures, { ...target, error }] },
      );
    });
    const run = runOf(id);
    if (run === undefined) return;
    if (run.failures.length > 0) change(id, (last) => ({ ...last, phase: 'over' }));
    else close(id);
    plan.onOver?.(run.done, run.count - run.done.length - run.failures.length);
  }

  function stop(id: number): void {
    change(id, (run) => (run.phase === 'running' ? { ...run, phase: 'stopping' } : run));
  }

  /** Stops every bulk command that would show the supervisor to others. */
  function stopVisible(): void {
    for (const { id } of runs.value) if (plans.get(id)?.isVisible === true) stop(id);
  }

  function close(id: number): void {
    plans.delete(id);
    runs.value = runs.value.filter((run) => run.id !== id);
  }

  /** Retries the failed items only. */
  function retry(id: number): void {
    const [run, plan] = [runOf(id), plans.get(id)];
    if (run === undefined || plan === undefined || run.phase !== 'over') return;
    close(id);
    void start({ ...plan, targets: run.failures.map(({ id: targetId, name }) => ({ id: targetId, name })) });
  }

  watch(
    () => session.isSignedIn,
    (isSignedIn) => {
      if (isSignedIn) return;
      runs.value = [];
      plans.clear();
    },
    { flush: 'sync' },
  );

  return { runs, isBusy, start, stop, stopVisible, close, retry };
});

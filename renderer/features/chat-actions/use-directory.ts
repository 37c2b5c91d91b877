import { computed, onScopeDispose, shallowRef, watch } from 'vue';
import type { AppError, FoundTarget, FoundTargets } from '../../../preload/contract';
import { currentBridge } from '../../bridge/bridge';
import { setTimer } from '../../stores/set-timer';

const askAfterMs = 120;

/**
 * The agents and queues that match the query. Main searches the directory, so its size does not matter. Old results
 * stay until the next response; a response to an outdated query is dropped.
 */
export function useDirectory() {
  const query = shallowRef('');
  const found = shallowRef<FoundTargets | null>(null);
  const failure = shallowRef<AppError | null>(null);
  const isRequesting = shallowRef(false);
  let asked = 0;
  let undoWaiting: (() => void) | null = null;

  async function ask(): Promise<void> {
    asked += 1;
    const own = asked;
    isRequesting.value = true;
    const result = await currentBridge().invoke('directory.find', {
      query: query.value.trim(),
      kinds: ['agent', 'queue'],
    });
    if (own !== asked) return;
    isRequesting.value = false;
    failure.value = result.ok ? null : result.error;
    if (result.ok) found.value = result.value;
  }

  watch(query, () => {
    undoWaiting?.();
    undoWaiting = setTimer(() => void ask(), askAfterMs);
  });
  void ask();
  onScopeDispose(() => {
    undoWaiting?.();
    asked += 1;
  });

  const targets = computed<readonly FoundTarget[]>(() => found.value?.targets ?? []);
  return { query, found, targets, failure, isRequesting, askAgain: ask };
}

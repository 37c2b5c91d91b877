import { computed, onScopeDispose, shallowRef, watch } from 'vue';
import type { AppError, FoundTarget, FoundTargets } from '../../../preload/contract';
import { currentBridge } from '../../bridge/bridge';
import { setTimer } from '../../stores/set-timer';

const askAfterMs = 120;

/**
 * Agents and queues as the typed words find them. Main holds the directory, so any number of people is fine. What was found
 * stays until the next answer is here; an answer to words that are no longer there is not shown.
 */
export function useDirectory() {
  const query = shallowRef('');
  const found = shallowRef<FoundTargets | null>(null);
  const failure = shallowRef<AppError | null>(null);
  const isCustomerMessage = shallowRef(false);
  let asked = 0;
  let undoWaiting: (() => void) | null = null;

  async function ask(): Promise<void> {
    asked += 1;
    const own = asked;
    isCustomerMessage.value = true;
    const result = await currentBridge().invoke('directory.find', {
      query: query.value.trim(),
      kinds: ['agent', 'queue'],
    });
    if (own !== asked) return;
    isCustomerMessage.value = false;
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
  return { query, found, targets, failure, isCustomerMessage, askAgain: ask };
}

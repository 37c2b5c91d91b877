import { onScopeDispose, watch } from 'vue';
import { useBulkStore } from '../../stores/bulk.store';
import { useManyStore } from '../../stores/many.store';
import { useQuestionStore } from '../../stores/question.store';
import { useShownAgentsStore } from '../../stores/shown-agents';
import { useStepBackStore } from '../../stores/step-back.store';
import { useUnjoinedStore } from '../../stores/unjoined.store';
import type { KeyBinding } from '../../ui/keys/key-map';

/** The bulk commands, available on every page. None has a default key. */
export function manyActions(): readonly KeyBinding[] {
  const many = useManyStore();
  const question = useQuestionStore();
  const unjoined = useUnjoinedStore();
  async function joinAll(): Promise<void> {
    const count = unjoined.count;
    if (await question.confirm({ kind: 'join', count })) await many.join(unjoined.all);
  }
  async function leaveQuiet(): Promise<void> {
    const chats = many.quietChats();
    if (await question.confirm({ kind: 'leave', count: chats.length })) await many.leave(chats.map(({ id }) => id));
  }
  const shared = { keys: [], groupKey: 'keys.group.list', isBulk: true };
  return [
    {
      ...shared,
      id: 'many.joinRunning',
      labelKey: 'many.keys.joinRunning',
      when: () => unjoined.count > 0,
      run: () => void joinAll(),
    },
    {
      ...shared,
      id: 'many.leaveQuiet',
      labelKey: 'many.keys.leaveQuiet',
      isGuarded: true,
      when: () => many.quietChats().length > 0,
      run: () => void leaveQuiet(),
    },
  ];
}

/** Requests the chats of watched agents until they are known. Ends with the caller's scope. */
export function readWatchedAgents(): void {
  const unjoined = useUnjoinedStore();
  const shown = useShownAgentsStore();
  watch(
    () => unjoined.toRead,
    (agentIds) => {
      if (agentIds.join('\n') !== shown.also.join('\n')) shown.also = agentIds;
    },
    { immediate: true },
  );
  onScopeDispose(() => {
    shown.also = [];
  });
}

/** Stepping back also stops the bulk commands that would show the supervisor, and closes their confirmations. */
export function endVisibleActsOnStepBack(): void {
  const stepBack = useStepBackStore();
  watch(
    () => stepBack.state?.number,
    (number) => {
      if (number === undefined) return;
      useBulkStore().stopVisible();
      useQuestionStore().question?.answer(false);
    },
    { flush: 'sync' },
  );
}

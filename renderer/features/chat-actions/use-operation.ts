import { computed, onScopeDispose, shallowRef, watch } from 'vue';
import type { AppError, Chat, Done, CommandKind, PendingCommand, Result } from '../../../preload/contract';
import { usePendingCommandsStore } from '../../stores/pending-commands.store';
import type { CommandCallbacks } from '../../stores/operations.store';

export interface OperationRun {
  readonly ask: (teller: CommandCallbacks) => Promise<Result<Done>>;
  /** Its effect was seen. Told also when the panel is closed by then. */
  readonly onSeen: () => void;
  /** It is over without a failure, seen here or not. */
  readonly onOver: () => void;
}

/**
 * One wish of a panel, from the click to its confirmation. A failure stays where the wish was made, with everything that was
 * typed or chosen; where the panel is closed by then, it is told as everywhere. Nothing here takes an answer for the effect.
 */
export function useOperation(chat: () => Chat, kinds: readonly CommandKind[]) {
  const intents = usePendingCommandsStore();
  const pending = computed<PendingCommand | undefined>(() => intents.pendingFor({ chatId: chat().id, kinds }));
  const failure = shallowRef<AppError | null>(null);
  let isThere = true;
  let over: (() => void) | null = null;
  onScopeDispose(() => {
    isThere = false;
  });

  async function run({ ask, onSeen, onOver }: OperationRun): Promise<void> {
    failure.value = null;
    over = onOver;
    const onSettled = (error: AppError | null): void => {
      if (error === null) onSeen();
      else failed(error);
    };
    const result = await ask({ showsErrorInline: () => isThere, onSettled });
    if (!result.ok) failed(result.error);
  }

  function failed(error: AppError): void {
    over = null;
    failure.value = error;
  }

  // After everything was read anew an intent may be over without a word about it.
  watch(pending, (now) => {
    if (now !== undefined) return;
    over?.();
    over = null;
  });

  return { pending, failure, run };
}

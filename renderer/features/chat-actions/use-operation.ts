import { computed, onScopeDispose, shallowRef, watch } from 'vue';
import type { AppError, Chat, Done, CommandKind, PendingCommand, Result } from '../../../preload/contract';
import { usePendingCommandsStore } from '../../stores/pending-commands.store';
import type { CommandCallbacks } from '../../stores/operations.store';

export interface OperationRun {
  readonly ask: (teller: CommandCallbacks) => Promise<Result<Done>>;
  /** Called when the effect is confirmed, even if the panel has closed. */
  readonly onSeen: () => void;
  /** Called when the command ended without an error, confirmed or not. */
  readonly onOver: () => void;
}

/**
 * One command of a panel, from the click to its confirmation. An error appears in the panel next to the entered data,
 * or in a toast if the panel has closed. A response does not count as the effect.
 */
export function useOperation(chat: () => Chat, kinds: readonly CommandKind[]) {
  const pendingCommands = usePendingCommandsStore();
  const pending = computed<PendingCommand | undefined>(() => pendingCommands.pendingFor({ chatId: chat().id, kinds }));
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

  // After a resync a command may have ended without a report.
  watch(pending, (now) => {
    if (now !== undefined) return;
    over?.();
    over = null;
  });

  return { pending, failure, run };
}

import { computed } from 'vue';
import type { Chat, MenuOperation, PendingCommand } from '../../../preload/contract';
import { menuFactsOf } from '../../../preload/contract/chat-operations';
import { operationOptionsFor } from '../../domain/modes/operation-option';
import type { OperationReason } from '../../domain/modes/operation-option';
import { usePendingCommandsStore } from '../../stores/pending-commands.store';
import { useSessionStore } from '../../stores/session.store';

/** The operations of a chat, each with the reason if it is unavailable. */
export function useOperationOffers(chat: () => Chat | undefined) {
  const pendingCommands = usePendingCommandsStore();
  const session = useSessionStore();

  function pendingOf(operation: MenuOperation): PendingCommand | undefined {
    const one = chat();
    return one === undefined
      ? undefined
      : pendingCommands.pendingFor({ chatId: one.id, kinds: menuFactsOf(operation).runs });
  }

  const offers = computed(() => {
    const one = chat();
    if (one === undefined) return [];
    return operationOptionsFor({
      chat: one,
      connection: session.connection.phase,
      isModeChanging:
        pendingCommands.pendingFor({ chatId: one.id, kinds: ['monitor', 'coach', 'bargeIn'] }) !== undefined,
      isUnderWay: (operation) => pendingOf(operation) !== undefined,
    });
  });

  /** An operation that is not listed is not available. */
  function reasonAgainst(operation: MenuOperation): OperationReason | null {
    const offer = offers.value.find((one) => one.operation === operation);
    return offer === undefined ? 'notOffered' : offer.reason;
  }

  return { offers, reasonAgainst, pendingOf };
}

import { shallowRef, watch } from 'vue';
import type { AppError, Chat, CustomerField } from '../../../preload/contract';
import { isolateBidi } from '../../domain/text/invisible-characters';
import { usePendingCommandsStore } from '../../stores/pending-commands.store';
import { useToastsStore } from '../../stores/toasts.store';
import { useOperationsStore } from '../../stores/operations.store';

/** Edits the customer fields of one chat. A deletion can be undone while its toast is shown. */
export function useCustomerFieldEdit(chat: () => Chat) {
  const operations = useOperationsStore();
  const pendingCommands = usePendingCommandsStore();
  const toasts = useToastsStore();
  const failure = shallowRef<AppError | null>(null);
  watch(
    () => chat().id,
    () => {
      failure.value = null;
    },
  );

  /**
   * Calls `onSeen` when the server reports the value. While `isOpen`, an error appears next to the input, whose text is
   * kept.
   */
  function set(datum: { key: string; value: string }, isOpen: () => boolean, onSeen: () => void): void {
    failure.value = null;
    void operations.perform('setCustomerField', chat().id, datum, {
      showsErrorInline: isOpen,
      onSettled: (error) => {
        if (!isOpen()) return;
        failure.value = error;
        if (error === null) onSeen();
      },
    });
  }

  function remove({ key, value }: CustomerField): void {
    const { id } = chat();
    void operations.perform(
      'deleteCustomerField',
      id,
      { key },
      {
        onSettled: (error) => {
          if (error !== null) return;
          const undo =
            value === null ? null : (): void => void operations.perform('setCustomerField', id, { key, value });
          toasts.add({ tone: 'done', key: 'actions.data.deleted', values: { key: isolateBidi(key) }, undo });
        },
      },
    );
  }

  /** Any field for `null`. */
  function isSaving(key: string | null): boolean {
    const about = key === null ? {} : { about: key };
    return pendingCommands.pendingFor({ chatId: chat().id, kinds: ['setCustomerField'], ...about }) !== undefined;
  }

  function underWay(key: string): 'saving' | 'deleting' | null {
    if (isSaving(key)) return 'saving';
    const isDeleting =
      pendingCommands.pendingFor({ chatId: chat().id, kinds: ['deleteCustomerField'], about: key }) !== undefined;
    return isDeleting ? 'deleting' : null;
  }

  return { failure, set, remove, isSaving, underWay };
}

import { shallowRef, watch } from 'vue';
import type { AppError, Chat, CustomerDatum } from '../../../preload/contract';
import { isolated } from '../../domain/invisible-marks';
import { useIntentsStore } from '../../stores/intents.store';
import { useNoticesStore } from '../../stores/notices.store';
import { useOperationsStore } from '../../stores/operations.store';

/** Changes of one chat's customer data. What was deleted can be put back for as long as the note of it is shown. */
export function useDatumChange(chat: () => Chat) {
  const operations = useOperationsStore();
  const intents = useIntentsStore();
  const notices = useNoticesStore();
  const failure = shallowRef<AppError | null>(null);
  watch(
    () => chat().id,
    () => {
      failure.value = null;
    },
  );

  /** `onSeen` when the server tells the value. As long as `isOpen`, a failure is told where it was typed, and the text kept. */
  function set(datum: { key: string; value: string }, isOpen: () => boolean, onSeen: () => void): void {
    failure.value = null;
    void operations.setDatum(chat().id, datum, {
      isToldInPlace: isOpen,
      onSettled: (error) => {
        if (!isOpen()) return;
        failure.value = error;
        if (error === null) onSeen();
      },
    });
  }

  function remove({ key, value }: CustomerDatum): void {
    const { id } = chat();
    void operations.deleteDatum(id, key, {
      onSettled: (error) => {
        if (error !== null) return;
        const undo = value === null ? null : (): void => void operations.setDatum(id, { key, value });
        notices.add({ tone: 'done', key: 'actions.data.deleted', values: { key: isolated(key) }, undo });
      },
    });
  }

  /** Of any datum with `null`. */
  function isSaving(key: string | null): boolean {
    const about = key === null ? {} : { about: key };
    return intents.pendingFor({ chatId: chat().id, kinds: ['setDatum'], ...about }) !== undefined;
  }

  function underWay(key: string): 'saving' | 'deleting' | null {
    if (isSaving(key)) return 'saving';
    const isDeleting = intents.pendingFor({ chatId: chat().id, kinds: ['deleteDatum'], about: key }) !== undefined;
    return isDeleting ? 'deleting' : null;
  }

  return { failure, set, remove, isSaving, underWay };
}

import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { AppError } from '../../preload/contract';

export interface Toast {
  readonly id: number;
  readonly tone: 'info' | 'problem' | 'done';
  /** Locale key of the sentence. */
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
  /** The server's message, shown below the sentence as plain text. */
  readonly detail: string | null;
  /** The undo, available while the toast is shown. */
  readonly undo: (() => void) | null;
  /** Locale key of the undo button. */
  readonly undoKey: string;
}

export type NewToast = Pick<Toast, 'tone' | 'key'> & Partial<Pick<Toast, 'values' | 'detail' | 'undo' | 'undoKey'>>;

const mostShown = 5;

/** Returns the locale key of an error's sentence. */
export function errorKey(error: AppError): string {
  return `error.${error.code.replaceAll('.', '_')}`;
}

/** Toasts; the shell renders them. */
export const useToastsStore = defineStore('toasts', () => {
  const toasts = shallowRef<readonly Toast[]>([]);
  let lastId = 0;

  function add(toast: NewToast): void {
    lastId += 1;
    const added: Toast = { values: {}, detail: null, undo: null, undoKey: 'action.undo', ...toast, id: lastId };
    toasts.value = [...toasts.value, added].slice(-mostShown);
  }

  function addProblem(error: AppError): void {
    add({ tone: 'problem', key: errorKey(error), values: error.values ?? {}, detail: error.serverMessage ?? null });
  }

  function dismiss(id: number): void {
    toasts.value = toasts.value.filter((toast) => toast.id !== id);
  }

  return { toasts, add, addProblem, dismiss };
});

import type { Toast } from '../../stores/toasts.store';

export interface MergedToast {
  readonly toast: Toast;
  /** The ids of all toasts with this text, including the shown one. */
  readonly ids: readonly number[];
}

/** Merges toasts with the same text into one with a count: a bulk command can fail for each agent. */
export function mergeToasts(toasts: readonly Toast[]): readonly MergedToast[] {
  const bySentence = new Map<string, MergedToast>();
  for (const toast of toasts) {
    // Toasts with an undo stay separate: each undoes something else.
    const own = toast.undo === null ? null : toast.id;
    const sentence = JSON.stringify([toast.tone, toast.key, toast.values, toast.detail, own]);
    const merged = bySentence.get(sentence);
    bySentence.set(sentence, { toast: merged?.toast ?? toast, ids: [...(merged?.ids ?? []), toast.id] });
  }
  return [...bySentence.values()];
}

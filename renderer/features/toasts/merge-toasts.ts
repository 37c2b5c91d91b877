import type { Toast } from '../../stores/toasts.store';

export interface MergedToast {
  readonly notice: Toast;
  /** The ids of all toasts with this text, including the shown one. */
  readonly ids: readonly number[];
}

/** Merges toasts with the same text into one with a count: a bulk command can fail for each agent. */
export function mergeToasts(notices: readonly Toast[]): readonly MergedToast[] {
  const bySentence = new Map<string, MergedToast>();
  for (const notice of notices) {
    // Toasts with an undo stay separate: each undoes something else.
    const own = notice.undo === null ? null : notice.id;
    const sentence = JSON.stringify([notice.tone, notice.key, notice.values, notice.detail, own]);
    const merged = bySentence.get(sentence);
    bySentence.set(sentence, { notice: merged?.notice ?? notice, ids: [...(merged?.ids ?? []), notice.id] });
  }
  return [...bySentence.values()];
}

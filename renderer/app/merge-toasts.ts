import type { Toast } from '../stores/toasts.store';

export interface MergedToast {
  readonly notice: Toast;
  /** Every notice that says the same, the shown one included. */
  readonly ids: readonly number[];
}

/** The same sentence is shown once, with how often it was said: an act for many agents can fail for each of them. */
export function mergeToasts(notices: readonly Toast[]): readonly MergedToast[] {
  const bySentence = new Map<string, MergedToast>();
  for (const notice of notices) {
    // Each way back is a way of its own.
    const own = notice.undo === null ? null : notice.id;
    const sentence = JSON.stringify([notice.tone, notice.key, notice.values, notice.detail, own]);
    const told = bySentence.get(sentence);
    bySentence.set(sentence, { notice: told?.notice ?? notice, ids: [...(told?.ids ?? []), notice.id] });
  }
  return [...bySentence.values()];
}

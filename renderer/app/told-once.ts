import type { Notice } from '../stores/notices.store';

export interface ToldNotice {
  readonly notice: Notice;
  /** Every notice that says the same, the shown one included. */
  readonly ids: readonly number[];
}

/** The same sentence is shown once, with how often it was said: an act for many agents can fail for each of them. */
export function toldOnce(notices: readonly Notice[]): readonly ToldNotice[] {
  const bySentence = new Map<string, ToldNotice>();
  for (const notice of notices) {
    // Each way back is a way of its own.
    const own = notice.undo === null ? null : notice.id;
    const sentence = JSON.stringify([notice.tone, notice.key, notice.values, notice.detail, own]);
    const told = bySentence.get(sentence);
    bySentence.set(sentence, { notice: told?.notice ?? notice, ids: [...(told?.ids ?? []), notice.id] });
  }
  return [...bySentence.values()];
}

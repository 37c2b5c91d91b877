import { onScopeDispose } from 'vue';
import { useSpellingCheck, type SpellingMark } from './spelling-check';

interface PointedWord extends SpellingMark {
  readonly word: string;
}

interface ReplacementOptions {
  readonly field: () => HTMLTextAreaElement | null;
  /** The misspelt word at this event, by its place under the pointer or the caret. */
  readonly markAt: (event: MouseEvent) => SpellingMark | null;
}

/**
 * Puts another word in the place of a misspelt one. The context menu opens on the selection, so the word is selected before.
 * What was chosen is written only if the field still has the focus and the word, as if it were typed: it can be undone.
 */
export function useReplacement({ field, markAt }: ReplacementOptions) {
  let pointed: PointedWord | null = null;

  function point(event: MouseEvent): void {
    const element = field();
    const mark = element === null ? null : markAt(event);
    pointed = null;
    if (element === null || mark === null) return;
    element.setSelectionRange(mark.start, mark.end);
    pointed = { ...mark, word: element.value.slice(mark.start, mark.end) };
  }
  function replace(word: string, replacement: string): void {
    const element = field();
    const place = pointed;
    if (element === null || place?.word !== word) return;
    pointed = null;
    if (document.activeElement !== element || element.value.slice(place.start, place.end) !== word) return;
    element.setSelectionRange(place.start, place.end);
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way to write into a field that keeps its undo history
    document.execCommand('insertText', false, replacement);
  }
  onScopeDispose(useSpellingCheck().onReplace(replace));
  return { point };
}

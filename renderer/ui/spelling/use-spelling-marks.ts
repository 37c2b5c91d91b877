import { onBeforeUnmount, onMounted, shallowRef, watch, watchEffect } from 'vue';
import { useSpellingCheck, type SpellingMark } from './spelling-check';

export interface SpellingMarksOptions {
  readonly field: () => HTMLTextAreaElement | null;
  /** What the field holds according to its owner, who may change it. */
  readonly text: () => string;
  readonly names: () => readonly string[];
}

/**
 * The misspelt words of a field that has the focus.
 *
 * 1. Nothing is looked up before someone types.
 * 2. The word at the caret is left alone while it is typed: until the caret is elsewhere, or behind a space or a full stop.
 * 3. So is what an input method is composing.
 */
export function useSpellingMarks({ field, text, names }: SpellingMarksOptions) {
  const check = useSpellingCheck();
  const shown = shallowRef('');
  const isFocused = shallowRef(false);
  const unfinished = shallowRef<SpellingMark | null>(null);
  const marks = shallowRef<readonly SpellingMark[]>([]);
  let composedFrom: number | null = null;

  function read(): void {
    shown.value = field()?.value ?? '';
  }
  function typed(event: Event): void {
    const element = field();
    if (element === null) return;
    isFocused.value = document.activeElement === element;
    check.begin();
    const end = element.selectionEnd;
    const isWriting = event instanceof InputEvent && !/paste|drop|replacement|history/iu.test(event.inputType);
    // An apostrophe or a hyphen may go on.
    const wordEnd = /['\u2019-]/u.test(element.value.charAt(end - 1)) ? end - 1 : end;
    unfinished.value = isWriting ? { start: Math.min(composedFrom ?? wordEnd, wordEnd), end } : null;
    read();
  }
  function caretMoved(): void {
    const element = field();
    if (element === null || unfinished.value === null || composedFrom !== null) return;
    if (element.selectionStart !== unfinished.value.end || element.selectionEnd !== unfinished.value.end)
      unfinished.value = null;
  }
  function focused(): void {
    isFocused.value = true;
    read();
  }
  function blurred(): void {
    // The window may have lost the focus, as it does to its own menus; then the field keeps its marks.
    isFocused.value = document.activeElement === field();
    unfinished.value = null;
  }
  function compositionStarted(): void {
    composedFrom = field()?.selectionStart ?? null;
  }
  function compositionEnded(): void {
    composedFrom = null;
    const element = field();
    if (element !== null) unfinished.value = { start: element.selectionEnd, end: element.selectionEnd };
  }

  const listeners: Readonly<Record<string, (event: Event) => void>> = {
    input: typed,
    focus: focused,
    blur: blurred,
    compositionstart: compositionStarted,
    compositionend: compositionEnded,
  };
  watch(
    field,
    (element, _before, onCleanup) => {
      if (element === null) return;
      for (const [name, listener] of Object.entries(listeners)) element.addEventListener(name, listener);
      onCleanup(() => {
        for (const [name, listener] of Object.entries(listeners)) element.removeEventListener(name, listener);
      });
      isFocused.value = document.activeElement === element;
      read();
    },
    { immediate: true, flush: 'post' },
  );
  // The owner may write into the field, which reports nothing.
  watch(text, read, { flush: 'post' });
  onMounted(() => {
    document.addEventListener('selectionchange', caretMoved);
  });
  onBeforeUnmount(() => {
    document.removeEventListener('selectionchange', caretMoved);
  });

  watchEffect(() => {
    marks.value =
      isFocused.value && check.isOn.value
        ? check.marksIn({ text: shown.value, names: names(), unfinished: unfinished.value })
        : [];
  });
  return { marks, shown };
}

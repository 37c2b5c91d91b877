import { onBeforeUnmount, onMounted, watch } from 'vue';
import type { FieldSelection } from '../../stores/sentence.store';

interface FieldTextOptions {
  readonly element: () => HTMLTextAreaElement | null;
  readonly text: () => string;
  readonly write: (text: string) => void;
  /** Where the caret was when a field last showed this draft. */
  readonly takeSelection: () => FieldSelection | null;
  readonly keepSelection: (selection: FieldSelection) => void;
}

/**
 * Keeps a text field and its draft equal, also during input-method composition. The draft always has the field's text,
 * so that nothing is lost when the field is removed, and a composition is never overwritten.
 */
export function useFieldText({ element, text, write, takeSelection, keepSelection }: FieldTextOptions) {
  let isComposing = false;

  function show(): void {
    const field = element();
    if (field === null || isComposing || field.value === text()) return;
    const { selectionStart, selectionEnd } = field;
    const wasAtEnd = selectionStart === field.value.length;
    field.value = text();
    if (!wasAtEnd) field.setSelectionRange(selectionStart, selectionEnd);
  }
  function take(): void {
    const field = element();
    if (field !== null && field.value !== text()) write(field.value);
  }

  watch(text, show, { flush: 'sync' });
  onMounted(() => {
    show();
    const field = element();
    if (field === null) return;
    const last = takeSelection();
    // A correction under way when the field was replaced goes on where it was.
    if (last !== null && last.text === field.value) field.setSelectionRange(last.start, last.end);
    else field.setSelectionRange(field.value.length, field.value.length);
  });
  onBeforeUnmount(() => {
    const field = element();
    if (field !== null) keepSelection({ text: field.value, start: field.selectionStart, end: field.selectionEnd });
  });

  return {
    input: take,
    compositionstart: () => {
      isComposing = true;
    },
    compositionend: () => {
      isComposing = false;
      take();
    },
  };
}

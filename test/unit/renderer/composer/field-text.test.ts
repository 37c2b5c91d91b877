import { mount } from '@vue/test-utils';
import { describe, expect, it, onTestFinished } from 'vitest';
import { defineComponent, h, nextTick, ref, shallowRef } from 'vue';
import { useFieldText } from '../../../../renderer/features/composer/use-field-text';
import type { FieldSelection } from '../../../../renderer/stores/sentence.store';

function open(first = 'plase', last: FieldSelection | null = null) {
  const draft = ref(first);
  const written: string[] = [];
  const kept: FieldSelection[] = [];
  const element = shallowRef<HTMLTextAreaElement | null>(null);
  const host = defineComponent(() => {
    const { input, compositionstart, compositionend } = useFieldText({
      element: () => element.value,
      text: () => draft.value,
      write: (text) => {
        written.push(text);
        draft.value = text;
      },
      takeSelection: () => last,
      keepSelection: (selection) => kept.push(selection),
    });
    return () =>
      h('textarea', {
        ref: element,
        onInput: input,
        onCompositionstart: compositionstart,
        onCompositionend: compositionend,
      });
  });
  const wrapper = mount(host, { attachTo: document.body });
  onTestFinished(() => {
    wrapper.unmount();
  });
  const field = wrapper.get('textarea');
  const caret = (): readonly unknown[] => [field.element.selectionStart, field.element.selectionEnd];
  return { wrapper, field, draft, written, kept, caret };
}

describe('a text field with a draft', () => {
  it('starts with the draft and the caret at its end, or where it was in the same text', () => {
    const { field, caret, written } = open();
    expect([field.element.value, ...caret(), written]).toEqual(['plase', 5, 5, []]);
    expect(open('plase', { text: 'plase', start: 2, end: 3 }).caret()).toEqual([2, 3]);
    expect(open('plase', { text: 'please', start: 2, end: 3 }).caret()).toEqual([5, 5]);
  });

  it('writes the draft only when the text changed', async () => {
    const { field, written } = open();
    await field.trigger('input');
    expect(written).toEqual([]);
    await field.setValue('please');
    expect(written).toEqual(['please']);
  });

  it('shows what another window wrote, with the caret where it was, or at the end if it was there', () => {
    const { field, draft, caret } = open();
    field.element.setSelectionRange(1, 2);
    draft.value = 'please hold';
    expect([field.element.value, ...caret()]).toEqual(['please hold', 1, 2]);
    field.element.setSelectionRange(11, 11);
    draft.value = 'please hold on';
    expect([field.element.value, ...caret()]).toEqual(['please hold on', 14, 14]);
  });

  it('overwrites no composition, and takes its result', async () => {
    const { field, draft, written } = open('');
    await field.trigger('compositionstart');
    await field.setValue('へん');
    draft.value = 'from elsewhere';
    expect(field.element.value).toBe('へん');
    field.element.value = '返金';
    await field.trigger('compositionend');
    expect([written, draft.value]).toEqual([['へん', '返金'], '返金']);
    draft.value = 'from elsewhere again';
    expect(field.element.value).toBe('from elsewhere again');
  });

  it('keeps text and caret for the next field', async () => {
    const { wrapper, field, kept } = open();
    field.element.setSelectionRange(1, 4);
    wrapper.unmount();
    await nextTick();
    expect(kept).toEqual([{ text: 'plase', start: 1, end: 4 }]);
  });
});

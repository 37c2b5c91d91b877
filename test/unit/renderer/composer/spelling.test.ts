import { flushPromises } from '@vue/test-utils';
import { expect, it, onTestFinished } from 'vitest';
import { defineComponent, h } from 'vue';
import { provideSpelling } from '../../../../renderer/app/provide-spelling';
import ChatComposer from '../../../../renderer/features/composer/ChatComposer.vue';
import { useChatsStore } from '../../../../renderer/stores/chats.store';
import { useSettingsStore } from '../../../../renderer/stores/settings.store';
import { busyFloor } from '../../../support/renderer/busy-floor';
import { mountOnFloor } from '../../../support/renderer/mount-on-floor';
import { actionsIn } from '../../../support/renderer/seed-floor';

const now = Date.UTC(2026, 10, 22, 21, 0);
const kim = '0001Da9PFC93000S';

/** The composer of a whisper, in a window that checks spelling. */
async function open() {
  const root = defineComponent(() => {
    provideSpelling();
    return () => h(ChatComposer);
  });
  const { wrapper, bridge } = mountOnFloor(root, { snapshot: busyFloor(now), now: () => now });
  bridge.on('settings.changed', (changed) => {
    useSettingsStore().settings = changed;
  });
  bridge.spelling.misspelt = ['teh', 'mistaek', 'Delacroix'];
  bridge.tell({
    type: 'chatChanged',
    chat: { ...bridge.chat(kim), mode: 'coach', allowedActions: actionsIn('coach') },
  });
  useChatsStore().select(kim);
  await flushPromises();
  const field = wrapper.get('textarea').element as HTMLTextAreaElement;
  field.focus();
  await flushPromises();
  const enter = async (text: string, inputType = 'insertFromPaste'): Promise<void> => {
    field.value = text;
    field.setSelectionRange(text.length, text.length);
    field.dispatchEvent(new InputEvent('input', { inputType }));
    await flushPromises();
  };
  return {
    ...{ wrapper, bridge, field, enter },
    type: (text: string) => enter(text, 'insertText'),
    marks: () => wrapper.findAll('[data-misspelt]').map((one) => one.text()),
    moveCaret: async (to: number) => {
      field.setSelectionRange(to, to);
      document.dispatchEvent(new Event('selectionchange'));
      await flushPromises();
    },
  };
}

it('marks misspelt words, and shows the same text over the field', async () => {
  const { wrapper, enter, marks } = await open();
  const text = 'teh bill,\n  mistaek  of\tKim Delacroix\n';
  await enter(text);
  expect(marks()).toEqual(['teh', 'mistaek']);
  const mirror = wrapper.get('[data-misspelt]').element.parentElement?.parentElement;
  expect(mirror?.textContent).toBe(text);
  expect(mirror?.getAttribute('aria-hidden')).toBe('true');
});

it('looks nothing up before someone types, and never the same word twice', async () => {
  const { bridge, field, enter } = await open();
  field.blur();
  field.focus();
  await flushPromises();
  expect(bridge.spelling.asked).toEqual([]);
  await enter('teh bill teh');
  await enter('teh bill again');
  expect(bridge.spelling.asked).toEqual([['teh', 'bill'], ['again']]);
});

it('does not check the word being typed until it is finished or the caret moves away', async () => {
  const { bridge, type, marks, moveCaret } = await open();
  await type('a teh');
  expect([marks(), bridge.spelling.asked]).toEqual([[], []]);
  await type('a teh ');
  expect(marks()).toEqual(['teh']);
  await type('a teh mistaek');
  expect(marks()).toEqual(['teh']);
  await moveCaret(1);
  expect(marks()).toEqual(['teh', 'mistaek']);
  await moveCaret(13);
  expect(marks()).toEqual(['teh', 'mistaek']);
});

it('does not check what an input method is composing', async () => {
  const { field, type, marks, bridge } = await open();
  field.dispatchEvent(new CompositionEvent('compositionstart'));
  await type('teh mistaek');
  expect([marks(), bridge.spelling.asked]).toEqual([[], []]);
  field.dispatchEvent(new CompositionEvent('compositionend'));
  await type('teh mistaek ');
  expect(marks()).toEqual(['teh', 'mistaek']);
});

it('marks nothing when main cannot check, and does not ask again before the text changes', async () => {
  const { bridge, enter, marks } = await open();
  bridge.spelling.isAvailable = false;
  await enter('teh bill');
  expect(marks()).toEqual([]);
  expect(bridge.spelling.asked).toHaveLength(1);
  bridge.spelling.isAvailable = true;
  await enter('teh bill ');
  expect(marks()).toEqual(['teh']);
});

it('asks for a long text in parts, each word once', async () => {
  const { bridge, enter } = await open();
  const letters = Array.from('bcdfghjklmnpqrstvwxz');
  const words = letters.flatMap((one) => letters.map((other) => `w${one}${other}`));
  await enter(words.join(' '));
  expect(bridge.spelling.asked.map(({ length }) => length)).toEqual([200, 200]);
  expect(bridge.spelling.asked.flat()).toEqual(words);
});

it('follows the setting and the added words at once', async () => {
  const { bridge, enter, marks } = await open();
  await enter('teh mistaek ');
  await bridge.invoke('settings.change', { addedWords: ['teh'] });
  await flushPromises();
  expect(marks()).toEqual(['mistaek']);
  await bridge.invoke('settings.change', { checksSpelling: false });
  await flushPromises();
  expect(marks()).toEqual([]);
});

it('asks again after the language changed', async () => {
  const { bridge, enter, marks } = await open();
  await enter('teh bill ');
  bridge.spelling.misspelt = ['bill'];
  await bridge.invoke('settings.change', { language: 'de' });
  await flushPromises();
  expect(marks()).toEqual(['bill']);
});

it('replaces a word only while the field still contains it', async () => {
  const { bridge, field, enter, marks, wrapper } = await open();
  const inserted: string[] = [];
  const before = Object.getOwnPropertyDescriptor(document, 'execCommand');
  Object.assign(document, {
    execCommand: (_name: string, _ui: boolean, text: string) => {
      inserted.push(text);
      field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
      field.dispatchEvent(new InputEvent('input', { inputType: 'insertText' }));
      return true;
    },
  });
  onTestFinished(() => {
    if (before !== undefined) Object.defineProperty(document, 'execCommand', before);
    else Reflect.deleteProperty(document, 'execCommand');
  });
  await enter('a teh mistaek ');
  expect(marks()).toEqual(['teh', 'mistaek']);
  field.setSelectionRange(3, 3);
  await wrapper.get('textarea').trigger('contextmenu');
  expect(field.value.slice(field.selectionStart, field.selectionEnd)).toBe('teh');
  bridge.push('spelling.replace', { word: 'mistaek', replacement: 'mistake' });
  expect(field.value).toBe('a teh mistaek ');
  bridge.push('spelling.replace', { word: 'teh', replacement: 'the' });
  expect(field.value).toBe('a the mistaek ');
  await flushPromises();
  expect(marks()).toEqual(['mistaek']);

  field.setSelectionRange(8, 8);
  await wrapper.get('textarea').trigger('contextmenu');
  await enter('other words');
  bridge.push('spelling.replace', { word: 'mistaek', replacement: 'mistake' });
  expect(inserted).toEqual(['the']);
});

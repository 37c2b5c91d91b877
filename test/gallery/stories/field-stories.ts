import { defineComponent, h, shallowRef } from 'vue';
import UiCheckbox from '../../../renderer/ui/UiCheckbox.vue';
import UiChips from '../../../renderer/ui/UiChips.vue';
import UiPicker from '../../../renderer/ui/UiPicker.vue';
import UiSearchField from '../../../renderer/ui/UiSearchField.vue';
import UiSegmented from '../../../renderer/ui/UiSegmented.vue';
import UiSelect from '../../../renderer/ui/UiSelect.vue';
import UiSettingGroup from '../../../renderer/ui/UiSettingGroup.vue';
import UiSettingRow from '../../../renderer/ui/UiSettingRow.vue';
import UiSwitch from '../../../renderer/ui/UiSwitch.vue';
import UiTextArea from '../../../renderer/ui/UiTextArea.vue';
import UiTextField from '../../../renderer/ui/UiTextField.vue';
import { provideSpellingCheck } from '../../../renderer/ui/spelling/spelling-check';
import { arabicName, buttonThat, draw, longName, model, type ComponentStory } from './component-story';

/** A window that knows one misspelt word. */
const markedArea = defineComponent(() => {
  provideSpellingCheck({
    isOn: shallowRef(true),
    begin: () => undefined,
    marksIn: ({ text }) => [...text.matchAll(/recieve/gu)].map(({ index }) => ({ start: index, end: index + 7 })),
    onReplace: () => () => undefined,
  });
  return () => draw(UiTextArea, { label: 'Note', hint: 'A word is misspelt.', ...model('misspelt') });
});

export const fieldStories: readonly ComponentStory[] = [
  {
    shows: ['UiTextField'],
    draw: () => [
      draw(UiTextField, { label: 'Nickname', hint: 'Customers see this name.', ...model('text') }),
      draw(UiTextField, { label: 'Server', placeholder: 'https://gws.example.com', ...model('empty') }),
      draw(UiTextField, { label: 'Name', problem: 'A customer has this name.', ...model('text') }),
      draw(UiTextField, { label: 'Disabled', disabled: true, ...model('text') }),
    ],
  },
  {
    shows: ['UiTextArea'],
    draw: () => [
      draw(UiTextArea, { label: 'Note', hint: 'Only for this shift.', ...model('text') }),
      draw(UiTextArea, { label: 'Note', problem: 'At most 500 characters.', ...model('text') }),
    ],
  },
  {
    // Its marks show while the field has the focus.
    shows: ['UiSpelling'],
    draw: () => [h(markedArea)],
  },
  {
    shows: ['UiChips'],
    draw: () => [
      draw(UiChips, {
        label: 'Words',
        items: ['refund', longName, arabicName].map((word) => ({ id: word, text: word })),
        removeLabel: (word: string) => `Remove ${word}`,
      }),
    ],
  },
  {
    shows: ['UiSearchField'],
    draw: () => [
      draw(UiSearchField, { label: 'Filter', clearLabel: 'Clear', keys: 'Ctrl F', ...model('empty') }),
      draw(UiSearchField, { label: 'Filter', clearLabel: 'Clear', ...model('search') }),
    ],
  },
  {
    shows: ['UiCheckbox', 'UiSwitch'],
    draw: () => [
      draw(UiCheckbox, { label: 'Checked', ...model('checked') }),
      draw(UiCheckbox, { label: 'Mixed', ...model('mixed') }),
      draw(UiCheckbox, { label: 'Disabled', disabled: true, ...model('checked') }),
      draw(UiSwitch, { label: 'On', ...model('on') }),
      draw(UiSwitch, { label: 'Off', ...model('off') }),
      draw(UiSwitch, { label: 'Disabled', disabled: true, ...model('on') }),
    ],
  },
  {
    shows: ['UiSegmented', 'UiSelect'],
    draw: () => [
      draw(UiSegmented, {
        label: 'Theme',
        options: ['light', 'dark', 'system'].map((value) => ({ value, label: value })),
        ...model('segment'),
      }),
      draw(UiSelect, {
        label: 'Language',
        options: [
          { value: 'en', label: 'English' },
          { value: 'de', label: 'Deutsch' },
          { value: 'ar', label: 'العربية' },
        ],
        ...model('language'),
      }),
    ],
  },
  {
    shows: ['UiPicker'],
    draw: () => [
      draw(
        UiPicker,
        {
          ...{ label: 'Transfer to', listLabel: 'Agents', clearLabel: 'Clear', status: '3 agents' },
          items: [{ id: 'Ana Ruiz' }, { id: longName }, { id: arabicName, isOff: true }],
          ...model('query', 'query'),
          ...model('picked', 'chosen'),
        },
        { default: ({ item }: { item: { id: string } }) => item.id },
      ),
      draw(
        UiPicker,
        {
          ...{ label: 'Transfer to', listLabel: 'Agents', clearLabel: 'Clear', status: 'Nobody has this name.' },
          items: [],
          ...model('query', 'query'),
        },
        { default: () => '' },
      ),
    ],
  },
  {
    shows: ['UiSettingGroup', 'UiSettingRow'],
    draw: () => [
      draw(
        UiSettingGroup,
        { title: 'Appearance' },
        {
          default: () => [
            draw(
              UiSettingRow,
              { title: 'Compact rows', text: 'More chats fit into the list.' },
              { default: () => draw(UiSwitch, { label: 'Compact rows', ...model('on') }) },
            ),
            draw(UiSettingRow, { title: longName }, { default: buttonThat('Change') }),
          ],
        },
      ),
    ],
  },
];

import type { Mutation } from './mutation-list';

const place = 'renderer/features/composer/use-composer-place.ts';
const holds = '} else if (before !== null && isWriting) {';
const asks = 'const mode = isConfirmed ? now.mode : askedMode.value;';
const measures = ['typist.sentences'];

/** The faults seen in the real window before a sentence belonged to its readers, restored one at a time. */
export const typistMutations: readonly Mutation[] = [
  {
    name: 'A1',
    removes: 'the field stays when the person changes its readers, and is not read while an input method composes',
    measures,
    edits: [
      {
        file: 'renderer/features/composer/ChatComposer.vue',
        find: ':key="shown.key"',
        replace: ':key="shown.place.chatId"',
      },
      {
        file: 'renderer/features/composer/use-field-text.ts',
        find: 'if (field !== null && field.value !== text()) write(field.value);',
        replace: 'if (field !== null && !isComposing && field.value !== text()) write(field.value);',
      },
      { file: place, find: holds, replace: '} else if (before !== null && isWriting && !isAskedFor) {' },
    ],
  },
  {
    name: 'A2',
    removes: 'a text leaves its field only when the server took it, whatever is composed there meanwhile',
    measures,
    edits: [
      {
        file: 'renderer/stores/drafts.store.ts',
        find: "    put({ ...draft, text: '' });\n",
        replace: `    setTimeout(() => {
      const now = textOf(draft);
      if (now.startsWith(draft.text)) write({ ...draft, text: now.slice(draft.text.length).trimStart() });
    }, 150);
`,
      },
    ],
  },
  {
    name: 'A3',
    removes: 'the composer goes with the chat that ends',
    measures,
    edits: [
      { file: place, find: holds, replace: "} else if (before !== null && isWriting && chat()?.state === 'active') {" },
    ],
  },
  {
    name: 'A4',
    removes: 'typing goes on into the field of the new readers when the mode changes elsewhere',
    measures,
    edits: [
      { file: place, find: holds, replace: '} else if (before !== null && isWriting && next === null) {' },
      { file: place, find: 'show(takesFocus);', replace: 'show(true);' },
      {
        file: 'renderer/ui/keys/sentence-guard.ts',
        find: 'if (field !== null && field !== target) strayed(event, meaning, field);',
        replace: 'if (field === window.document.head && target !== null) strayed(event, meaning, document.head);',
      },
    ],
  },
  {
    name: 'A5',
    removes: 'the composer goes when another window steps back, and letters are commands again',
    measures,
    edits: [
      {
        file: place,
        find: holds,
        replace: "} else if (before !== null && isWriting && (next !== null || chat()?.state !== 'active')) {",
      },
      {
        file: 'renderer/ui/keys/sentence-guard.ts',
        find: 'if (field !== null && field !== target) strayed(event, meaning, field);',
        replace: 'if (field === window.document.head && target !== null) strayed(event, meaning, document.head);',
      },
    ],
  },
  {
    name: 'A6',
    removes: 'there is no field between the key that asks to coach and the confirmation',
    measures,
    edits: [
      {
        file: place,
        find: asks,
        replace: "const mode = isConfirmed ? now.mode : askedMode.value === 'coach' ? null : askedMode.value;",
      },
    ],
  },
  {
    name: 'A7',
    removes: 'there is no field between the key that was held to barge in and the confirmation',
    measures,
    edits: [
      {
        file: place,
        find: asks,
        replace: "const mode = isConfirmed ? now.mode : askedMode.value === 'bargeIn' ? null : askedMode.value;",
      },
    ],
  },
];

import type { KeyBinding } from '../../ui/keys/key-map';

export interface ListKeyTargets {
  readonly openBy: (step: number) => void;
  /** The focused row. */
  readonly focusedId: () => string | null;
  readonly peek: {
    readonly peekedId: { readonly value: string | null };
    readonly toggle: () => void;
    readonly close: () => void;
  };
  /** The chat to acknowledge: the focused row, otherwise the selected chat. */
  readonly seeableId: () => string | null;
  readonly acknowledge: (chatId: string) => void;
  /** The chat whose place can be explained: the focused row, otherwise the selected chat. */
  readonly explainableId: () => string | null;
  readonly explain: (chatId: string) => void;
}

/** The shortcuts of the chat list. */
export function listKeys(targets: ListKeyTargets): readonly KeyBinding[] {
  const groupKey = 'keys.group.list';
  const walk = (id: string, key: string, step: number): KeyBinding => ({
    id: `chatList.${id}`,
    keys: [key],
    labelKey: `chatList.keys.${id}`,
    groupKey,
    repeats: true,
    run: () => {
      targets.openBy(step);
    },
  });
  return [
    walk('next', 'j', 1),
    walk('previous', 'k', -1),
    {
      id: 'attention.peek',
      keys: [' '],
      labelKey: 'attention.keys.peek',
      groupKey,
      isKeyOnly: true,
      // On a button inside a row, the key presses that button.
      when: () => targets.focusedId() !== null && document.activeElement?.matches('[data-part="open"]') === true,
      run: targets.peek.toggle,
    },
    {
      id: 'attention.closePeek',
      keys: ['Escape'],
      labelKey: 'attention.keys.closePeek',
      groupKey,
      isKeyOnly: true,
      when: () => targets.peek.peekedId.value !== null,
      run: targets.peek.close,
    },
    {
      id: 'attention.acknowledge',
      keys: ['s'],
      labelKey: 'attention.keys.acknowledge',
      groupKey,
      when: () => targets.seeableId() !== null,
      run: () => {
        const id = targets.seeableId();
        if (id !== null) targets.acknowledge(id);
      },
    },
    {
      id: 'attention.why',
      keys: ['e'],
      labelKey: 'attention.keys.why',
      groupKey,
      when: () => targets.explainableId() !== null,
      run: () => {
        const id = targets.explainableId();
        if (id !== null) targets.explain(id);
      },
    },
  ];
}

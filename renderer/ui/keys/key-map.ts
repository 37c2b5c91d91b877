import { shallowReactive } from 'vue';

/** One key and what it does. The same table serves the keyboard, the hints beside controls and the sheet that lists all. */
export interface KeyBinding {
  /** Stable name, e.g. `chat.stepBack`. */
  readonly id: string;
  /** As tinykeys writes them: `j`, `$mod+1`, `Escape`. Several ways are separate entries. */
  readonly keys: readonly string[];
  /** Catalogue key of what it does. */
  readonly labelKey: string;
  /** Catalogue key of the heading it stands under in the sheet. */
  readonly groupKey: string;
  /** Whether it works now; without it, always. */
  readonly when?: () => boolean;
  /** True for a key that means no text and therefore also works while somebody writes. */
  readonly worksInText?: boolean;
  /** True for the few that must never be out of reach, not even under an open menu or dialog. */
  readonly worksInLayers?: boolean;
  /** True where holding the key down goes on, as in walking through a list. */
  readonly repeats?: boolean;
  readonly run: (event: KeyboardEvent) => void;
}

export interface KeyMap {
  /** Adds keys; the returned function takes them away again. Of two for the same key the later one wins, if its `when` holds. */
  register(bindings: readonly KeyBinding[]): () => void;
  /** Everything registered, in order. Reactive. */
  readonly bindings: readonly KeyBinding[];
  /** How the keys of a binding are printed, e.g. "Ctrl F"; `undefined` for an unknown id. */
  capsOf(id: string): string | undefined;
  /** What a pressed key does now, if anything. */
  find(keys: string, event: Pick<KeyboardEvent, 'target' | 'repeat'>): KeyBinding | undefined;
}

export interface KeyMapOptions {
  readonly isMac: boolean;
  /** A menu, popover or dialog is open: it has the keyboard. */
  readonly isLayerOpen: () => boolean;
}

export function createKeyMap(options: KeyMapOptions): KeyMap {
  const bindings = shallowReactive<KeyBinding[]>([]);

  const register = (added: readonly KeyBinding[]): (() => void) => {
    bindings.push(...added);
    return () => {
      for (const binding of added) {
        const place = bindings.indexOf(binding);
        if (place >= 0) bindings.splice(place, 1);
      }
    };
  };

  const find: KeyMap['find'] = (keys, event) => {
    const isLayerOpen = options.isLayerOpen();
    const isText = takesText(event.target);
    return bindings.findLast(
      (binding) =>
        binding.keys.includes(keys) &&
        (binding.worksInLayers === true || !isLayerOpen) &&
        (binding.worksInText === true || !isText) &&
        (binding.repeats === true || !event.repeat) &&
        (binding.when?.() ?? true),
    );
  };

  const capsOf = (id: string): string | undefined => {
    const keys = bindings.find((binding) => binding.id === id)?.keys[0];
    return keys === undefined ? undefined : printedCaps(keys, options.isMac);
  };

  return { bindings, register, find, capsOf };
}

/** Whether keys typed there are text. */
function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches('textarea, select, input:not([type="checkbox"], [type="radio"])');
}

const caps: Readonly<Record<string, string>> = {
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  ' ': 'Space',
  Control: 'Ctrl',
};

/** Keys as printed on the keyboard, chords separated by spaces. */
export function printedCaps(keys: string, isMac: boolean): string {
  return keys
    .split('+')
    .filter((key) => key !== '' && key !== '[Shift]')
    .map((key) =>
      key === '$mod' ? (isMac ? '⌘' : 'Ctrl') : (caps[key] ?? (key.length === 1 ? key.toUpperCase() : key)),
    )
    .join(' ');
}

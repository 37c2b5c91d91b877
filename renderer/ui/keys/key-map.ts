import { computed, shallowReactive, shallowRef, type ShallowRef } from 'vue';
import { canonicalChord, chordsOf, isBareKey, isSingleKey, partsOf } from './chord';
import { doMeet } from './key-groups';

/** An action as it is listed: in the palette, in the sheet of keys, and where keys are chosen. */
export interface ActionInfo {
  /** Stable name, e.g. `chat.stepBack`. Chosen keys are kept under it. */
  readonly id: string;
  /** The usual keys, e.g. `j`, `$mod+1`, `Escape`; see `chord.ts`. Several ways are separate entries. */
  readonly keys: readonly string[];
  /** Catalogue key of what it does. */
  readonly labelKey: string;
  /** Catalogue key of the heading it stands under. */
  readonly groupKey: string;
  /** Its usual keys are its own whatever was chosen, here or in a file written by hand: never out of reach, never another's. */
  readonly isKeyReserved?: boolean;
  /** Shows the supervisor to others or loses something: a key of it works by itself only with Ctrl, Alt or Command, else it must be held. */
  readonly isGuarded?: boolean;
  /** Acts on many agents or chats at once: never the first thing the palette offers. */
  readonly isBulk?: boolean;
}

/** How an action was asked for by its key. */
export interface KeyManner {
  readonly isHeld: boolean;
}

/** A key that has to be held, while it is down; `isOver`: it came up too early. */
export interface HeldPress {
  readonly id: string;
  readonly labelKey: string;
  readonly keyLabel: string;
  readonly isOver: boolean;
}

/** An action that can be done from where somebody is. The same table serves the keyboard, the palette and the hints beside controls. */
export interface KeyBinding extends ActionInfo {
  /** Whether it works now; without it, always. */
  readonly when?: () => boolean;
  /** Whether its key means it now, where a control under the keyboard might want that key for itself; without it, always. */
  readonly whenKey?: () => boolean;
  /** Catalogue key of why it cannot be done now; `null`: it can. Told where actions are listed. */
  readonly disabledReasonKey?: () => string | null;
  /** True for a key that means no text and therefore also works while somebody writes. */
  readonly worksInText?: boolean;
  /** True for the few that must never be out of reach, not even under an open menu or dialog. */
  readonly worksInLayers?: boolean;
  /** True where holding the key down goes on, as in walking through a list. */
  readonly repeats?: boolean;
  /** True for what only makes sense as a key: it is not listed among the things to do. */
  readonly isKeyOnly?: boolean;
  readonly run: (event: KeyboardEvent, manner?: KeyManner) => void;
  /** The same, chosen from a list; needed where `run` asks something of the key, such as to be held. */
  readonly choose?: () => void;
}

/** What the supervisor changed about the keyboard. */
export interface KeyOverrides {
  readonly areSingleKeysOn: boolean;
  /** By the id of the action; an empty list: no key. */
  readonly chosen: Readonly<Record<string, readonly string[]>>;
}

export interface KeyMap {
  /** Adds keys; the returned function takes them away again. Of two for the same key the later one wins, if its `when` holds. */
  register(bindings: readonly KeyBinding[]): () => void;
  /** Everything that can be done from here, in order. Reactive. */
  readonly bindings: readonly KeyBinding[];
  /** Everything there is in the console, wherever it can be done. Reactive. */
  readonly actions: readonly ActionInfo[];
  /** What an action does here and now: of several the one that works, else the latest, `undefined` where it does not exist. */
  bindingOf(id: string): KeyBinding | undefined;
  /** The keys an action has, chosen or usual, canonical. */
  keysOf(id: string): readonly string[];
  /** Whose keys these stay whatever is chosen, if they are reserved for an action. */
  reservingActionOf(chord: string): ActionInfo | undefined;
  /** What was chosen for an action and does not count, because it stays another's. */
  overriddenKeysOf(id: string): readonly string[];
  /** How the keys of an action are printed, e.g. "Ctrl F" or "Hold B"; `undefined` for one without or an unknown id. */
  keyLabelOf(id: string): string | undefined;
  /** All its keys, each as printed. */
  waysOf(id: string): readonly string[];
  /** Whether this press does the action only when it is held. */
  mustBeHeld(id: string, chords: readonly string[]): boolean;
  /** The key that is being held, or was let go of too early. */
  readonly held: ShallowRef<HeldPress | null>;
  /** What a press does now, if anything; `chords` is what it may mean, the most literal first. */
  find(chords: readonly string[], event: Pick<KeyboardEvent, 'target' | 'repeat'>): KeyBinding | undefined;
  /** Whether a press is this chord; for parts that listen themselves while they have the keyboard. */
  matches(chord: string, event: KeyboardEvent): boolean;
  readonly isMac: boolean;
}

export interface KeyMapOptions {
  readonly isMac: boolean;
  /** A menu, popover or dialog is open: it has the keyboard. */
  readonly isLayerOpen: () => boolean;
  /** Actions to list also while the part of the console that does them is not on the screen. */
  readonly catalogue?: readonly ActionInfo[];
  readonly choices?: () => KeyOverrides;
  /** What stands before a key that has to be held. */
  readonly holdWord?: () => string;
}

const usual: KeyOverrides = { areSingleKeysOn: true, chosen: {} };

export function createKeyMap(options: KeyMapOptions): KeyMap {
  const bindings = shallowReactive<KeyBinding[]>([]);
  const known = shallowReactive(new Map((options.catalogue ?? []).map((action) => [action.id, action])));
  const choices = options.choices ?? (() => usual);
  const actions = computed(() => [...known.values()]);

  const register = (added: readonly KeyBinding[]): (() => void) => {
    bindings.push(...added);
    for (const binding of added) if (!known.has(binding.id)) known.set(binding.id, binding);
    return () => {
      for (const binding of added) {
        const place = bindings.indexOf(binding);
        if (place >= 0) bindings.splice(place, 1);
      }
    };
  };

  const keepers = computed(() => {
    const keeping = actions.value.filter(({ isKeyReserved }) => isKeyReserved === true);
    return new Map(keeping.flatMap((action) => action.keys.map((keys) => [canonicalChord(keys), action] as const)));
  });
  const reservingActionOf = (chord: string): ActionInfo | undefined => keepers.value.get(canonicalChord(chord));
  const isAnothers = (chord: string, id: string): boolean => (keepers.value.get(chord)?.id ?? id) !== id;
  /** A usual key gives way to the action it was chosen for, whichever version made it the usual one. */
  const isGivenAway = (chord: string, id: string): boolean =>
    Object.entries(choices().chosen).some(([otherId, keys]) => {
      const [own, other] = [known.get(id), known.get(otherId)];
      if (otherId === id || other === undefined || !keys.map(canonicalChord).includes(chord)) return false;
      return own === undefined || doMeet(own, other);
    });
  const wishedFor = (id: string): readonly string[] => {
    const { chosen } = choices();
    const action = known.get(id);
    const usualKeys = (action?.keys ?? []).map(canonicalChord);
    const isLeft = (chord: string): boolean => action?.isKeyReserved === true || !isGivenAway(chord, id);
    const wished = (Object.hasOwn(chosen, id) ? chosen[id] : null) ?? usualKeys.filter(isLeft);
    const all = action?.isKeyReserved === true ? [...usualKeys, ...wished] : wished;
    return [...new Set(all.map(canonicalChord))];
  };
  const keysOf = (id: string): readonly string[] => wishedFor(id).filter((chord) => !isAnothers(chord, id));
  const overriddenKeysOf = (id: string): readonly string[] => wishedFor(id).filter((chord) => isAnothers(chord, id));

  const find: KeyMap['find'] = (chords, event) => {
    const isLayerOpen = options.isLayerOpen();
    const isText = takesText(event.target);
    const { areSingleKeysOn } = choices();
    for (const chord of chords) {
      const isSingle = isSingleKey(chord);
      if (isSingle && (isText || !areSingleKeysOn)) continue;
      const found = bindings.findLast(
        (binding) =>
          keysOf(binding.id).includes(chord) &&
          (binding.worksInLayers === true || !isLayerOpen) &&
          (binding.worksInText === true || !isText) &&
          (binding.repeats === true || !event.repeat) &&
          (binding.when?.() ?? true) &&
          (binding.whenKey?.() ?? true),
      );
      if (found !== undefined) return found;
    }
    return undefined;
  };

  const bindingOf = (id: string): KeyBinding | undefined =>
    bindings.findLast((binding) => binding.id === id && (binding.when?.() ?? true)) ??
    bindings.findLast((binding) => binding.id === id);

  const isGuarded = (id: string): boolean => known.get(id)?.isGuarded === true;
  const mustBeHeld: KeyMap['mustBeHeld'] = (id, chords) =>
    isGuarded(id) && !keysOf(id).some((chord) => chords.includes(chord) && !isBareKey(chord));
  const waysOf = (id: string): readonly string[] =>
    keysOf(id).map((chord) => {
      const caps = formatChord(chord, options.isMac);
      // The word is one cap, whatever it is in the language.
      const hold = (options.holdWord?.() ?? 'Hold').replaceAll(' ', '\u00a0');
      return isGuarded(id) && isBareKey(chord) ? `${hold} ${caps}` : caps;
    });
  const keyLabelOf = (id: string): string | undefined => waysOf(id)[0];

  return {
    bindings,
    get actions() {
      return actions.value;
    },
    register,
    find,
    bindingOf,
    keysOf,
    reservingActionOf,
    overriddenKeysOf,
    keyLabelOf,
    waysOf,
    mustBeHeld,
    held: shallowRef<HeldPress | null>(null),
    matches: (chord, event) => chordsOf(event, options.isMac).includes(canonicalChord(chord)),
    isMac: options.isMac,
  };
}

/** Whether keys typed there are text. */
export function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.matches('textarea, select, [role="combobox"], input:not([type="checkbox"], [type="radio"])')
  );
}

const keyLabel: Readonly<Record<string, string>> = {
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  ' ': 'Space',
  Control: 'Ctrl',
};

/** Keys as printed on the keyboard, chords separated by spaces. */
export function formatChord(chord: string, isMac: boolean): string {
  const { held, key } = partsOf(chord);
  return [...held.filter((one) => one !== '[Shift]'), key]
    .map((one) =>
      one === '$mod' ? (isMac ? '⌘' : 'Ctrl') : (keyLabel[one] ?? (one.length === 1 ? one.toUpperCase() : one)),
    )
    .join(' ');
}

import { computed, shallowReactive, shallowRef, type ShallowRef } from 'vue';
import { canonicalChord, chordsOf, isBareKey, isSingleKey } from './chord';
import { chordLabel, englishCapWord, wordCapLabel, type CapWord } from './key-caps';
import { doMeet } from './key-groups';

/** An action as listed in the palette, the shortcut sheet and the shortcut settings. */
export interface ActionInfo {
  /** Stable id, e.g. `chat.stepBack`. Key overrides are stored under it. */
  readonly id: string;
  /** The default keys, e.g. `j`, `$mod+1`, `Escape`; see `chord.ts`. Alternatives are separate entries. */
  readonly keys: readonly string[];
  /** Locale key of the action's name. */
  readonly labelKey: string;
  /** Locale key of the group heading. */
  readonly groupKey: string;
  /**
   * The default keys are reserved, even against a hand-edited settings file: the action always has them, and no other
   * can.
   */
  readonly isKeyReserved?: boolean;
  /** Shows the supervisor to others or loses something: its key needs Ctrl, Alt or Command, or must be held. */
  readonly isGuarded?: boolean;
  /** A bulk command: never the first suggestion of the palette. */
  readonly isBulk?: boolean;
}

/** How the key triggered the action. */
export interface KeyManner {
  readonly isHeld: boolean;
}

/** The key being held; `isOver`: it was released too early. */
export interface HeldPress {
  readonly id: string;
  readonly labelKey: string;
  readonly keyLabel: string;
  readonly isOver: boolean;
}

/** An action that is available here. The same entry serves the keyboard, the palette and the hints next to controls. */
export interface KeyBinding extends ActionInfo {
  /** Whether it is available now; always, if missing. */
  readonly when?: () => boolean;
  /** Whether its key applies now, although the focused control may use that key; always, if missing. */
  readonly whenKey?: () => boolean;
  /** Locale key of the reason why it is unavailable; `null`: it is available. Shown in lists of actions. */
  readonly disabledReasonKey?: () => string | null;
  /** True for keys that are no text and therefore work in text fields too. */
  readonly worksInText?: boolean;
  /** True for the few actions that must always work, even under an open menu or dialog. */
  readonly worksInLayers?: boolean;
  /** True if holding the key repeats the action, as for moving through a list. */
  readonly repeats?: boolean;
  /** True for actions that only make sense as keys and are not listed. */
  readonly isKeyOnly?: boolean;
  readonly run: (event: KeyboardEvent, manner?: KeyManner) => void;
  /** The action when chosen from a list; needed if `run` depends on the key, for example on a hold. */
  readonly choose?: () => void;
}

/** The supervisor's key settings. */
export interface KeyOverrides {
  readonly areSingleKeysOn: boolean;
  /** By action id; an empty list means no key. */
  readonly chosen: Readonly<Record<string, readonly string[]>>;
}

export interface KeyMap {
  /** Adds keys; returns the disposer. Of two bindings for one key the later one wins, if its `when` holds. */
  register(bindings: readonly KeyBinding[]): () => void;
  /** All actions that are available here, in order. Reactive. */
  readonly bindings: readonly KeyBinding[];
  /** All actions of the console, available or not. Reactive. */
  readonly actions: readonly ActionInfo[];
  /**
   * The binding of an action here: the available one of several, otherwise the latest; `undefined` if there is none.
   */
  bindingOf(id: string): KeyBinding | undefined;
  /** The keys of an action, overridden or default, in canonical form. */
  keysOf(id: string): readonly string[];
  /** The action that these keys are reserved for, if any. */
  reservingActionOf(chord: string): ActionInfo | undefined;
  /** The overrides of an action that are ignored, because they are reserved for another. */
  overriddenKeysOf(id: string): readonly string[];
  /**
   * The keys of an action as printed, e.g. "Ctrl F" or "Hold B"; `undefined` for an unknown id or an action without
   * keys.
   */
  keyLabelOf(id: string): string | undefined;
  /** A chord as printed in the language of the window, e.g. "Shift Enter". */
  labelOf(chord: string): string;
  /** All its keys, each as printed. */
  waysOf(id: string): readonly string[];
  /** Whether this press triggers the action only when held. */
  mustBeHeld(id: string, chords: readonly string[]): boolean;
  /** The key being held, or released too early. */
  readonly held: ShallowRef<HeldPress | null>;
  /** The binding that a press triggers, if any; `chords` are its possible meanings, the most literal first. */
  find(chords: readonly string[], event: Pick<KeyboardEvent, 'target' | 'repeat'>): KeyBinding | undefined;
  /** Whether a press is this chord; for components that handle their own keys while focused. */
  matches(chord: string, event: KeyboardEvent): boolean;
  readonly isMac: boolean;
}

export interface KeyMapOptions {
  readonly isMac: boolean;
  /** A menu, popover or dialog is open and has the focus. */
  readonly isLayerOpen: () => boolean;
  /** Actions to list even while the component that runs them is not mounted. */
  readonly catalogue?: readonly ActionInfo[];
  readonly choices?: () => KeyOverrides;
  /** English if left out. */
  readonly capWord?: CapWord;
}

const usual: KeyOverrides = { areSingleKeysOn: true, chosen: {} };

export function createKeyMap(options: KeyMapOptions): KeyMap {
  const bindings = shallowReactive<KeyBinding[]>([]);
  const known = shallowReactive(new Map((options.catalogue ?? []).map((action) => [action.id, action])));
  const choices = options.choices ?? (() => usual);
  const actions = computed(() => [...known.values()]);
  const capWord = options.capWord ?? englishCapWord;
  const labelOf = (chord: string): string => chordLabel(chord, options.isMac, capWord);

  const register = (added: readonly KeyBinding[]): (() => void) => {
    bindings.push(...added);
    for (const binding of added) if (!known.has(binding.id)) known.set(binding.id, infoOf(binding));
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
  /**
   * A default key yields to the action that the supervisor assigned it to, even if a later version made it a default.
   */
  const isGivenAway = (chord: string, id: string): boolean =>
    Object.entries(choices().chosen).some(([otherId, keys]) => {
      const [own, other] = [known.get(id), known.get(otherId)];
      if (otherId === id || other === undefined || !keys.map(canonicalChord).includes(chord)) return false;
      return own === undefined || doMeet(own, other);
    });
  const configuredKeys = (id: string): readonly string[] => {
    const { chosen } = choices();
    const action = known.get(id);
    const usualKeys = (action?.keys ?? []).map(canonicalChord);
    const isLeft = (chord: string): boolean => action?.isKeyReserved === true || !isGivenAway(chord, id);
    const configured = (Object.hasOwn(chosen, id) ? chosen[id] : null) ?? usualKeys.filter(isLeft);
    const all = action?.isKeyReserved === true ? [...usualKeys, ...configured] : configured;
    return [...new Set(all.map(canonicalChord))];
  };
  const computeKeys = (id: string): readonly string[] => configuredKeys(id).filter((chord) => !isAnothers(chord, id));
  /** Of all known actions: each press asks for them, and the palette at each letter. */
  const knownKeys = computed(() => new Map([...known.keys()].map((id) => [id, computeKeys(id)])));
  const keysOf = (id: string): readonly string[] => knownKeys.value.get(id) ?? computeKeys(id);
  const overriddenKeysOf = (id: string): readonly string[] =>
    configuredKeys(id).filter((chord) => isAnothers(chord, id));

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

  const bindingsById = computed(() => {
    const all = new Map<string, KeyBinding[]>();
    for (const binding of bindings) all.set(binding.id, [...(all.get(binding.id) ?? []), binding]);
    return all;
  });
  const bindingOf = (id: string): KeyBinding | undefined => {
    const own = bindingsById.value.get(id);
    return own?.findLast((binding) => binding.when?.() ?? true) ?? own?.at(-1);
  };

  const isGuarded = (id: string): boolean => known.get(id)?.isGuarded === true;
  const mustBeHeld: KeyMap['mustBeHeld'] = (id, chords) =>
    isGuarded(id) && !keysOf(id).some((chord) => chords.includes(chord) && !isBareKey(chord));
  const waysOf = (id: string): readonly string[] =>
    keysOf(id).map((chord) => {
      const caps = labelOf(chord);
      return isGuarded(id) && isBareKey(chord) ? `${wordCapLabel('Hold', capWord)} ${caps}` : caps;
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
    labelOf,
    keyLabelOf,
    waysOf,
    mustBeHeld,
    held: shallowRef<HeldPress | null>(null),
    matches: (chord, event) => chordsOf(event, options.isMac).includes(canonicalChord(chord)),
    isMac: options.isMac,
  };
}

/**
 * Without the functions of a binding, because what is known stays for as long as the window, and they hold the component
 * that registered them.
 */
function infoOf({ id, keys, labelKey, groupKey, isKeyReserved, isGuarded, isBulk }: ActionInfo): ActionInfo {
  return {
    id,
    keys,
    labelKey,
    groupKey,
    ...(isKeyReserved !== undefined && { isKeyReserved }),
    ...(isGuarded !== undefined && { isGuarded }),
    ...(isBulk !== undefined && { isBulk }),
  };
}

/** Whether keys pressed there are text. */
export function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.matches('textarea, select, [role="combobox"], input:not([type="checkbox"], [type="radio"])')
  );
}

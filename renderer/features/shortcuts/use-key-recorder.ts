import { computed, shallowRef } from 'vue';
import { useSettingsStore } from '../../stores/settings.store';
import { canonicalChord, chordsOf } from '../../ui/keys/chord';
import { conflictingAction, chordProblem, withKeys } from '../../ui/keys/key-overrides';
import type { ActionInfo } from '../../ui/keys/key-map';
import { useKeyMap } from '../../ui/keys/use-key-map';

/** Why the pressed keys were not accepted yet. */
export type KeyProblem =
  | { readonly type: 'refused'; readonly why: 'control' | 'system'; readonly caps: string }
  | { readonly type: 'kept'; readonly caps: string; readonly holder: ActionInfo }
  | { readonly type: 'taken'; readonly chord: string; readonly caps: string; readonly holder: ActionInfo };

/** Records keys for an action: press them, see their current meaning, then decide. */
export function useKeyRecorder() {
  const store = useSettingsStore();
  const keyMap = useKeyMap();
  const recordingId = shallowRef<string | null>(null);
  const problem = shallowRef<KeyProblem | null>(null);
  const hasChoices = computed(() => Object.keys(store.settings.keys.chosen).length > 0);

  const actionOf = (id: string): ActionInfo | undefined => keyMap.actions.find((action) => action.id === id);
  const isChanged = (id: string): boolean => Object.hasOwn(store.settings.keys.chosen, id);

  function record(id: string | null): void {
    recordingId.value = id;
    problem.value = null;
  }

  /** Handles a press during recording. Returns whether it belonged to the recording. */
  function pressed(event: KeyboardEvent): boolean {
    const id = recordingId.value;
    if (id === null || event.isComposing) return false;
    if (event.key === 'Escape' && !event.ctrlKey && !event.altKey && !event.shiftKey && !event.metaKey) {
      record(null);
      return true;
    }
    if (event.key === 'Tab' && !event.ctrlKey && !event.altKey) return false;
    // If the key has a Latin letter, that letter is stored, because it works on every keyboard layout.
    const chord = chordsOf(event, keyMap.isMac).at(-1);
    if (chord !== undefined) offer(id, chord);
    return true;
  }

  function offer(id: string, chord: string): void {
    const caps = keyMap.labelOf(chord);
    const keeper = keyMap.reservingActionOf(chord);
    const why = chordProblem(chord);
    const holder = conflictingAction(chord, id, keyMap);
    if (keeper !== undefined) problem.value = { type: 'kept', caps, holder: keeper };
    else if (why !== null) problem.value = { type: 'refused', why, caps };
    else if (holder !== null) problem.value = { type: 'taken', chord, caps, holder };
    else give(id, [chord]);
  }

  function give(id: string, keys: readonly string[]): void {
    const action = actionOf(id);
    if (action !== undefined) void store.change({ keys: withKeys(store.settings.keys, action, keys) });
    record(null);
  }

  /** Assigns the keys to the recorded action; the previous action keeps its other keys. */
  function takeOver(): void {
    const id = recordingId.value;
    const action = id === null ? undefined : actionOf(id);
    if (problem.value?.type !== 'taken' || action === undefined) return;
    const { chord, holder } = problem.value;
    const left = keyMap.keysOf(holder.id).filter((one) => one !== chord);
    const without = withKeys(store.settings.keys, holder, left);
    void store.change({ keys: withKeys(without, action, [chord]) });
    record(null);
  }

  function reset(id: string): void {
    const action = actionOf(id);
    if (action !== undefined) give(id, action.keys.map(canonicalChord));
  }

  function resetAll(): void {
    void store.change({ keys: { ...store.settings.keys, chosen: {} } });
    record(null);
  }

  return { recordingId, problem, hasChoices, isChanged, record, pressed, give, takeOver, reset, resetAll };
}

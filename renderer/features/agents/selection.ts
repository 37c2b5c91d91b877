/**
 * Choosing many in a list, as in every list of files: pure steps on three facts. `active` is where the keyboard stands,
 * `anchor` where a stretch began. What is chosen stays chosen while a filter hides it.
 */
export interface Selection {
  readonly chosen: ReadonlySet<string>;
  readonly active: string | null;
  readonly anchor: string | null;
}

export const emptySelection: Selection = { chosen: new Set(), active: null, anchor: null };

/** A plain click: only this one. */
export function chooseOnly(id: string): Selection {
  return { chosen: new Set([id]), active: id, anchor: id };
}

/** Ctrl+click, Space, the checkbox: this one in addition, or no longer. */
export function toggle(selection: Selection, id: string): Selection {
  const chosen = new Set(selection.chosen);
  if (!chosen.delete(id)) chosen.add(id);
  return { chosen, active: id, anchor: id };
}

/** Shift+click, Shift+arrow: everything shown from the anchor to here, in addition to nothing else of this list. */
export function extendTo(selection: Selection, shown: readonly string[], id: string): Selection {
  const from = selection.anchor === null ? -1 : shown.indexOf(selection.anchor);
  const to = shown.indexOf(id);
  if (to < 0) return selection;
  if (from < 0) return chooseOnly(id);
  const stretch = shown.slice(Math.min(from, to), Math.max(from, to) + 1);
  const hidden = [...selection.chosen].filter((chosen) => !shown.includes(chosen));
  return { chosen: new Set([...hidden, ...stretch]), active: id, anchor: selection.anchor };
}

export function chooseAll(selection: Selection, shown: readonly string[]): Selection {
  return { ...selection, chosen: new Set([...selection.chosen, ...shown]) };
}

export function chooseNone(selection: Selection): Selection {
  return { ...selection, chosen: new Set() };
}

/** Moves the keyboard's place by `steps` among what is shown; from nowhere to the first. */
export function moveActive(selection: Selection, shown: readonly string[], steps: number): Selection {
  if (shown.length === 0) return selection;
  const at = selection.active === null ? -1 : shown.indexOf(selection.active);
  const to = at < 0 ? 0 : Math.min(shown.length - 1, Math.max(0, at + steps));
  const active = shown[to] ?? null;
  return { ...selection, active, anchor: selection.chosen.size === 0 ? active : selection.anchor };
}

/** Lets go of those the directory no longer names. */
export function pruneSelection(selection: Selection, isKnown: (id: string) => boolean): Selection {
  const chosen = [...selection.chosen].filter(isKnown);
  const keep = (id: string | null): string | null => (id !== null && isKnown(id) ? id : null);
  return { chosen: new Set(chosen), active: keep(selection.active), anchor: keep(selection.anchor) };
}

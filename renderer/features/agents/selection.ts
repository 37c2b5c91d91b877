/**
 * Multiple selection as in a file manager, as pure functions. `active` is the focused row, `anchor` the start of a
 * range. The selection survives a filter that hides it.
 */
export interface Selection {
  readonly chosen: ReadonlySet<string>;
  readonly active: string | null;
  readonly anchor: string | null;
}

export const emptySelection: Selection = { chosen: new Set(), active: null, anchor: null };

/** Plain click: selects only this row. */
export function chooseOnly(id: string): Selection {
  return { chosen: new Set([id]), active: id, anchor: id };
}

/** Ctrl+click, Space or checkbox: toggles this row. */
export function toggle(selection: Selection, id: string): Selection {
  const chosen = new Set(selection.chosen);
  if (!chosen.delete(id)) chosen.add(id);
  return { chosen, active: id, anchor: id };
}

/** Shift+click or Shift+arrow: selects all visible rows from the anchor to this one, and nothing else of this list. */
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

/** Moves the focus by `steps` among the visible rows; starts at the first row if none has it. */
export function moveActive(selection: Selection, shown: readonly string[], steps: number): Selection {
  if (shown.length === 0) return selection;
  const at = selection.active === null ? -1 : shown.indexOf(selection.active);
  const to = at < 0 ? 0 : Math.min(shown.length - 1, Math.max(0, at + steps));
  const active = shown[to] ?? null;
  return { ...selection, active, anchor: selection.chosen.size === 0 ? active : selection.anchor };
}

/** Deselects agents that are no longer in the directory. */
export function pruneSelection(selection: Selection, isKnown: (id: string) => boolean): Selection {
  const chosen = [...selection.chosen].filter(isKnown);
  const keep = (id: string | null): string | null => (id !== null && isKnown(id) ? id : null);
  return { chosen: new Set(chosen), active: keep(selection.active), anchor: keep(selection.anchor) };
}

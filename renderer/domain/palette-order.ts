import { fuzzyScore } from './fuzzy';

/** The kinds of things the palette reaches, in the order in which they stand when nothing tells them apart. */
export const paletteKinds = ['action', 'chat', 'agent', 'group', 'setting', 'message'] as const;
export type PaletteKind = (typeof paletteKinds)[number];

/** What the palette needs to know of a thing to put it in its place. */
export interface Findable {
  readonly id: string;
  readonly kind: PaletteKind;
  /** What it is called, and by what else it may be looked for. */
  readonly names: readonly string[];
  readonly isPossible: boolean;
  /** Shown before anything was typed. */
  readonly isOffered: boolean;
}

export interface PaletteSection<T> {
  readonly kind: PaletteKind | 'recent';
  readonly items: readonly T[];
}

const mostShown: Readonly<Record<PaletteKind, number>> = {
  action: 8,
  chat: 7,
  agent: 6,
  group: 4,
  setting: 6,
  message: 6,
};
const mostRecent = 5;
/** What was used lately is likelier meant again, but never before what fits much better. */
const recentWorth = 12;
const impossibleCost = 30;

/** What fits what was typed, in sections, the best section first. Nothing typed: what was used lately and what is at hand. */
export function arrangePalette<T extends Findable>(
  typed: string,
  things: readonly T[],
  recentIds: readonly string[],
): readonly PaletteSection<T>[] {
  const found = typed.trim() === '' ? null : scored(typed, things, recentIds);
  if (found === null) return offered(things, recentIds);
  const sections = paletteKinds.flatMap((kind) => {
    const items = found.filter(({ thing }) => thing.kind === kind).slice(0, mostShown[kind]);
    const [best] = items;
    return best === undefined ? [] : [{ kind, best: best.score, items: items.map(({ thing }) => thing) }];
  });
  return sections.toSorted((one, other) => other.best - one.best).map(({ kind, items }) => ({ kind, items }));
}

function scored<T extends Findable>(typed: string, things: readonly T[], recentIds: readonly string[]) {
  return things
    .flatMap((thing) => {
      const scores = thing.names.flatMap((name) => fuzzyScore(typed, name) ?? []);
      if (scores.length === 0) return [];
      const recent = recentIds.includes(thing.id) ? recentWorth : 0;
      return [{ thing, score: Math.max(...scores) + recent - (thing.isPossible ? 0 : impossibleCost) }];
    })
    .toSorted((one, other) => other.score - one.score);
}

function offered<T extends Findable>(things: readonly T[], recentIds: readonly string[]): readonly PaletteSection<T>[] {
  const byId = new Map(things.map((thing) => [thing.id, thing]));
  const recent = recentIds.flatMap((id) => byId.get(id) ?? []).filter(({ isPossible }) => isPossible);
  const shown = new Set(recent.slice(0, mostRecent).map(({ id }) => id));
  const rest = paletteKinds.map((kind) => ({
    kind,
    items: things
      .filter((thing) => thing.kind === kind && thing.isOffered && thing.isPossible && !shown.has(thing.id))
      .slice(0, mostShown[kind]),
  }));
  return [{ kind: 'recent' as const, items: recent.slice(0, mostRecent) }, ...rest].filter(
    ({ items }) => items.length > 0,
  );
}

import { fuzzyScore } from '../text/fuzzy';

/** The kinds of palette items, in the order that breaks ties. */
export const paletteKinds = ['action', 'chat', 'agent', 'group', 'setting', 'message'] as const;
export type PaletteKind = (typeof paletteKinds)[number];

/** The properties that decide the position of an item. */
export interface Findable {
  readonly id: string;
  readonly kind: PaletteKind;
  /** The name, and other search terms. */
  readonly names: readonly string[];
  readonly isPossible: boolean;
  /** Shown before anything is typed. */
  readonly isOffered: boolean;
  /** A bulk command. */
  readonly isBulk: boolean;
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
/** A recently used item ranks higher, but not above a much better match. */
const recentWorth = 12;
const impossibleCost = 30;

/** A permanent change or bulk command: after everything else, and never the target of an immediate Enter. */
export function needsPointing({ kind, isBulk }: Pick<Findable, 'kind' | 'isBulk'>): boolean {
  return kind === 'setting' || isBulk;
}

/** Items that act directly come before those that only lead somewhere; otherwise the order stays. */
function pointedLast<T extends Findable>(things: readonly T[]): readonly T[] {
  return things.toSorted((one, other) => Number(needsPointing(one)) - Number(needsPointing(other)));
}

/** The matching items in sections, best section first. Without a query: recent and suggested items. */
export function arrangePalette<T extends Findable>(
  typed: string,
  things: readonly T[],
  recentIds: readonly string[],
): readonly PaletteSection<T>[] {
  const found = typed.trim() === '' ? null : scored(typed, things, recentIds);
  if (found === null) return offered(things, recentIds);
  const sections = paletteKinds.flatMap((kind) => {
    const fitting = found.filter(({ thing }) => thing.kind === kind);
    const items = pointedLast(fitting.map(({ thing }) => thing)).slice(0, mostShown[kind]);
    const [first] = items;
    const best = fitting.find(({ thing }) => thing === first);
    return best === undefined || first === undefined
      ? []
      : [{ kind, items, best: best.score, isPointedAt: needsPointing(first) }];
  });
  return sections
    .toSorted((one, other) => Number(one.isPointedAt) - Number(other.isPointedAt) || other.best - one.best)
    .map(({ kind, items }) => ({ kind, items }));
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
  const used = recentIds.flatMap((id) => byId.get(id) ?? []).filter(({ isPossible }) => isPossible);
  const recent = pointedLast(used.slice(0, mostRecent));
  const shown = new Set(recent.map(({ id }) => id));
  const rest = paletteKinds.map((kind) => ({
    kind,
    items: things
      .filter((thing) => thing.kind === kind && thing.isOffered && thing.isPossible && !shown.has(thing.id))
      .slice(0, mostShown[kind]),
  }));
  return [{ kind: 'recent' as const, items: recent }, ...rest].filter(({ items }) => items.length > 0);
}

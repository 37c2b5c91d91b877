/** More people than any chat holds, and more fields than anybody attaches: beyond this a frame is a mistake or an attack. */
export const maxParticipants = 100;
export const maxCustomerFields = 300;

export interface Bounded<T> {
  readonly items: readonly T[];
  readonly leftOut: number;
}

/** The first of a list, those that matter most first; how many more there are is told and not hidden. */
export function bounded<T>(items: readonly T[], max: number, matters: (item: T) => boolean = () => true): Bounded<T> {
  if (items.length <= max) return { items, leftOut: 0 };
  const first = items.filter(matters).slice(0, max);
  const rest = items.filter((item) => !matters(item)).slice(0, max - first.length);
  return { items: [...first, ...rest], leftOut: items.length - max };
}

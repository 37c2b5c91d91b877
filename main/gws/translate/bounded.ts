/** More participants and fields than any real chat has: a frame beyond this is a mistake or an attack. */
export const maxParticipants = 100;
export const maxCustomerFields = 300;

export interface Bounded<T> {
  readonly items: readonly T[];
  readonly leftOut: number;
}

/** Returns the first `max` items, those that `matters` accepts first, and the number of items left out. */
export function bounded<T>(items: readonly T[], max: number, matters: (item: T) => boolean = () => true): Bounded<T> {
  if (items.length <= max) return { items, leftOut: 0 };
  const first = items.filter(matters).slice(0, max);
  const rest = items.filter((item) => !matters(item)).slice(0, max - first.length);
  return { items: [...first, ...rest], leftOut: items.length - max };
}

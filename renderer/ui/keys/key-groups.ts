/** An action by its group. */
interface InGroup {
  readonly groupKey: string;
}

/** Groups whose actions are never available together may share a key; all others may not. */
const apart: readonly (readonly [string, string])[] = [
  ['keys.group.floor', 'keys.group.chat'],
  ['keys.group.floor', 'keys.group.list'],
  ['keys.group.floor', 'wall.keys.group'],
  ['keys.group.list', 'wall.keys.group'],
];

/** Whether both may be available at the same time, so that they need different keys. */
export function doMeet(one: InGroup, other: InGroup): boolean {
  if (one.groupKey === other.groupKey) return true;
  return !apart.some((pair) => pair.includes(one.groupKey) && pair.includes(other.groupKey));
}

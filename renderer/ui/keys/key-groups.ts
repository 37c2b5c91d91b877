/** An action by the group it is listed in. */
interface InGroup {
  readonly groupKey: string;
}

/** Groups whose actions are never on the screen together may share a key; all others may not. */
const apart: readonly (readonly [string, string])[] = [
  ['keys.group.floor', 'keys.group.chat'],
  ['keys.group.floor', 'keys.group.list'],
  ['keys.group.floor', 'wall.keys.group'],
  ['keys.group.list', 'wall.keys.group'],
];

/** Whether both may be on the screen at the same time, so that a key can mean only one of them. */
export function doMeet(one: InGroup, other: InGroup): boolean {
  if (one.groupKey === other.groupKey) return true;
  return !apart.some((pair) => pair.includes(one.groupKey) && pair.includes(other.groupKey));
}

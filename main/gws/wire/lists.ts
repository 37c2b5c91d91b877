import { ownField } from '../../base/record';

/** Returns the list under the first of these names; `null` if there is none. */
export function decodeList(body: unknown, ...names: readonly string[]): readonly unknown[] | null {
  for (const name of names) {
    const list = ownField(body, name);
    if (Array.isArray(list)) return list as readonly unknown[];
  }
  return null;
}

import { ownField } from './tolerant';

/** The list a server put under one of these names; `null` when there is none. */
export function decodeList(body: unknown, ...names: readonly string[]): readonly unknown[] | null {
  for (const name of names) {
    const list = ownField(body, name);
    if (Array.isArray(list)) return list as readonly unknown[];
  }
  return null;
}

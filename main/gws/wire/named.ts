import { z } from 'zod';
import { lastSegment } from './resource-path';
import { parseOrNull, maybeString } from './tolerant';

const named = z
  .object({ id: maybeString, path: maybeString, uri: maybeString, name: maybeString, displayName: maybeString })
  .transform(({ id, path, uri, name, displayName }) => ({
    id: id ?? lastSegment(path) ?? lastSegment(uri),
    name,
    displayName,
  }));

/** Decodes an item of a list whose items have little more than a name. */
export function decodeNamed(value: unknown): z.output<typeof named> | null {
  return parseOrNull(named, value);
}

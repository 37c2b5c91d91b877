const maxPathLength = 2048;

/**
 * Returns the id at the end of a resource's path or URI. The host in a URI may differ from ours (the server writes
 * its configured public address), so only ids are compared. Some servers print spaces; they are removed.
 */
export function lastSegment(path: string | undefined): string | null {
  if (path === undefined || path.length > maxPathLength) return null;
  const bare = path
    .replace(/\s+/g, '')
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '');
  const segment = bare.slice(bare.lastIndexOf('/') + 1);
  if (segment === '') return null;
  try {
    return decodeURIComponent(segment);
  } catch {
    // A stray percent sign: the segment was not encoded.
    return segment;
  }
}

const maxPathLength = 2048;

/**
 * The id at the end of a resource's path or uri. Hosts inside uris may be another than the one we talk to (the server
 * writes its configured public address), so ids are all that is ever compared. Spaces some servers print are dropped.
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
    // A stray percent sign: then it was not encoded to begin with.
    return segment;
  }
}

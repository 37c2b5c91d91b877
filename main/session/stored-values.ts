/** Reads stored values whose shape is not certain: another version, or a person, may have written them. */
export function recordOf(stored: unknown): Readonly<Record<string, unknown>> {
  return typeof stored === 'object' && stored !== null ? (stored as Readonly<Record<string, unknown>>) : {};
}

/** Returns an empty text for a stored value that is not a text. */
export function textIn(stored: unknown, name: string): string {
  const value = recordOf(stored)[name];
  return typeof value === 'string' ? value : '';
}

export function textsIn(stored: unknown, name: string): readonly string[] {
  const values = recordOf(stored)[name];
  return Array.isArray(values) ? values.filter((value): value is string => typeof value === 'string').slice(0, 8) : [];
}

/** Compares normalised addresses: `gws.example.com` equals `https://gws.example.com/`. */
export function isSameAddress(left: string, right: string): boolean {
  return plainAddress(left) === plainAddress(right);
}

export function plainAddress(written: string): string {
  const trimmed = written.trim();
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
  return URL.canParse(withScheme) ? new URL(withScheme).href.replace(/\/+$/, '') : written;
}

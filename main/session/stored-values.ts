import { recordOf } from '../base/record';
import { parseServerAddress } from '../gws/session/address';

// Another version, or a person, may have written what is stored.

/** Returns an empty text for a stored value that is not a text. */
export function textIn(stored: unknown, name: string): string {
  const value = recordOf(stored)[name];
  return typeof value === 'string' ? value : '';
}

export function textsIn(stored: unknown, name: string): readonly string[] {
  const values = recordOf(stored)[name];
  return Array.isArray(values) ? values.filter((value): value is string => typeof value === 'string').slice(0, 8) : [];
}

/** Compares addresses as they are used: `gws.example.com` equals `https://gws.example.com/api/v2/`. */
export function isSameAddress(left: string, right: string): boolean {
  return plainAddress(left) === plainAddress(right);
}

/** Returns an address as it is used, or as written if a sign-in could not use it. */
export function plainAddress(written: string): string {
  const address = parseServerAddress(written);
  return address.ok ? address.value : written.trim();
}

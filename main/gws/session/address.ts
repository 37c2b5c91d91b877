import { fail, succeed } from '../../base/result';
import { isSecureAddress } from '../../base/secure-address';
import type { Result } from '../../../preload/contract';

/**
 * Returns the base address of a server from user input. The scheme may be missing; a trailing `/api/v2` and slashes
 * are dropped, a context path is kept. Plain HTTP sends passwords in clear, so only loopback may use it.
 */
export function parseServerAddress(typed: string): Result<string> {
  const trimmed = typed.trim();
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
  // A scheme without a host cannot be parsed either.
  if (!URL.canParse(withScheme)) return fail('server.addressInvalid');
  const url = new URL(withScheme);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return fail('server.addressInvalid');
  if (url.username !== '' || url.password !== '') return fail('server.addressInvalid');
  if (!isSecureAddress(url.href)) {
    return fail('server.insecure', { values: { host: url.host } });
  }
  const path = url.pathname
    .replace(/\/+$/, '')
    .replace(/\/api(\/v2)?$/i, '')
    .replace(/\/+$/, '');
  return succeed(`${url.origin}${path}`);
}

/**
 * Returns the first address and the others, in order, without duplicates. An error in one of the others names it as
 * typed in `values.address`, since its message alone would suggest the first one.
 */
export function parseServerAddresses(first: string, others: readonly string[]): Result<readonly string[]> {
  const parsed = parseServerAddress(first);
  if (!parsed.ok) return parsed;
  const addresses = new Set([parsed.value]);
  for (const typed of others) {
    const other = parseServerAddress(typed);
    if (!other.ok) return fail(other.error.code, { values: { ...other.error.values, address: typed } });
    addresses.add(other.value);
  }
  return succeed([...addresses]);
}

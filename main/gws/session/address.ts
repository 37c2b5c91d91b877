import { fail, succeed } from '../../base/result';
import type { Result } from '../../../preload/contract';

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i;

/**
 * The base address of a server from what a person typed: the scheme may be left out, an `/api/v2` at the end and
 * trailing slashes are dropped, a context path is kept. Plain http carries passwords in clear, so it is only for this
 * very machine.
 */
export function parseServerAddress(typed: string): Result<string> {
  const trimmed = typed.trim();
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
  if (trimmed === '' || !URL.canParse(withScheme)) return fail('server.addressInvalid');
  const url = new URL(withScheme);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return fail('server.addressInvalid');
  if (url.username !== '' || url.password !== '' || url.hostname === '') return fail('server.addressInvalid');
  if (url.protocol === 'http:' && !loopback.test(url.hostname)) {
    return fail('server.insecure', { values: { host: url.host } });
  }
  const path = url.pathname.replace(/\/+$/, '').replace(/\/api(\/v2)?$/i, '').replace(/\/+$/, '');
  return succeed(`${url.origin}${path}`);
}

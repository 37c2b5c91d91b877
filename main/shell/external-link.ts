import { fail, succeed } from '../base/result';
import type { Result } from '../../preload/contract';

/**
 * Returns the address to open in the user's browser, serialised from its parsed form so that the checked address is the
 * opened one. Accepts only https, without user name or password, up to a maximum length.
 */
export function externalLink(written: string): Result<string> {
  if (written.length > 4096 || !URL.canParse(written)) {
    return fail('link.refused');
  }
  const url = new URL(written);
  const isSafe = url.protocol === 'https:' && url.username === '' && url.password === '' && url.hostname !== '';
  return isSafe ? succeed(url.href) : fail('link.refused');
}

import { fail, succeed } from '../../base/result';
import type { Result } from '../../../preload/contract';

/**
 * The address that may leave for the user's browser, written anew from its parsed form so that what is checked is what is
 * opened. Only https, never with a name or password inside it, never longer than any honest link.
 */
export function externalLink(written: string): Result<string> {
  if (written.length > 4096 || !URL.canParse(written)) {
    return fail('link.refused');
  }
  const url = new URL(written);
  const isSafe = url.protocol === 'https:' && url.username === '' && url.password === '' && url.hostname !== '';
  return isSafe ? succeed(url.href) : fail('link.refused');
}

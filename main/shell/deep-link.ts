import type { ShellAction } from '../../preload/contract';
import { isUnseeable } from '../../preload/contract/names/seen-text';

/** Scheme of the links that open Sightline. */
export const linkScheme = 'sightline';
const longestPart = 200;

/**
 * Returns what a link asks for: `sightline://chat/<id>` shows a chat, `sightline://agent/<name>` finds agents. A link can
 * come from any page or message, so it only navigates; it never joins, sends or changes a mode. `null`: not such a link.
 */
export function readDeepLink(text: string): ShellAction | null {
  if (!URL.canParse(text)) return null;
  const { protocol, host, pathname, username, password, port } = new URL(text);
  if (protocol !== `${linkScheme}:` || username !== '' || password !== '' || port !== '') return null;
  const part = decoded(pathname.replace(/^\//u, '').replace(/\/$/u, ''));
  if (part === null || part === '' || part.length > longestPart || isUnseeable(part) || /\p{Cc}/u.test(part))
    return null;
  if (host === 'chat') return { type: 'openChat', chatId: part };
  return host === 'agent' ? { type: 'openAgents', search: part } : null;
}

/** Returns the first link among command-line arguments, which is how Linux and Windows pass it. */
export function deepLinkIn(argv: readonly string[]): ShellAction | null {
  for (const argument of argv) {
    const action = argument.startsWith('-') ? null : readDeepLink(argument);
    if (action !== null) return action;
  }
  return null;
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

import { shortId } from '../base/log';
import { removed, sensitiveKeys } from './sensitive-keys';

type Rule = (text: string) => string;

const maxTextLength = 8_000;

const replacing =
  (pattern: RegExp, replacement: string): Rule =>
  (text) =>
    text.replace(pattern, replacement);

const withPattern =
  (pattern: RegExp, replacement: (...groups: string[]) => string): Rule =>
  (text) =>
    text.replace(pattern, (...groups: unknown[]) =>
      replacement(...groups.filter((group) => typeof group === 'string')),
    );

/** A value, bare or in quotes, that ends where the next one can begin. */
const value = String.raw`(?:\[removed\]|"[^"\n]{0,2000}"|'[^'\n]{0,2000}'|[^\s"',;}\]]{1,2000})`;

const isDate = (digits: string): boolean => /^\d{4}-\d{2}-\d{2}(?!\d)/.test(digits);

function pathTemplate(written: string): string {
  const [punctuation = ''] = /[.,;:!?]*$/.exec(written) ?? [];
  const address = written.slice(0, written.length - punctuation.length);
  const afterAuthority = address.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '');
  const path = afterAuthority.replace(/[?#].*$/s, '');
  return `[url]${path.split('/').map(templateSegment).join('/')}${punctuation}`;
}

function templateSegment(segment: string): string {
  if (segment.includes('@') || segment.includes('%')) return '[segment]';
  return segment.length >= 8 && /\d/.test(segment) ? shortId(segment) : segment;
}

/**
 * Applied in this order: whole secrets before the addresses that contain them, addresses before names, long numbers
 * last. Every quantifier is bounded or cannot overlap its neighbour, so the cost of a hostile text is linear.
 */
const rules: readonly Rule[] = [
  // A parser quotes its input, which may be chat text.
  replacing(/"[^"]{0,400}"(?:\.\.\.)? is not valid JSON/g, `${removed} is not valid JSON`),
  replacing(
    new RegExp(String.raw`"(${sensitiveKeys.join('|')})"(\s*:\s*)"(?:[^"\\]|\\.){0,4000}"`, 'gi'),
    `"$1"$2"${removed}"`,
  ),
  replacing(
    /\b(set-cookie2?|cookie2?)(["']?\s*[:=]\s*)(?:"[^"\n]{0,4000}"|'[^'\n]{0,4000}'|[^\n]{1,4000})/gi,
    `$1$2${removed}`,
  ),
  replacing(
    /\b((?:proxy-)?authorization)(["']?\s*[:=]\s*)(?:"[^"\n]{0,4000}"|'[^'\n]{0,4000}'|(?:\w{1,20} +)?[^\s"',;]{1,4000})/gi,
    `$1$2${removed}`,
  ),
  replacing(
    /\b(basic|bearer|negotiate|ntlm|digest) +(?=[\w+/.~-]*[\d+/=_A-Z])[\w+/.~-]{6,4000}={0,2}/gi,
    `$1 ${removed}`,
  ),
  replacing(
    new RegExp(
      String.raw`([\w-]{0,40}(?:session_?id|bayeux_browser|csrf|xsrf|awselb|awsalb)[\w-]{0,40})(["']?\s*[:=]\s*)${value}`,
      'gi',
    ),
    `$1$2${removed}`,
  ),
  replacing(
    new RegExp(
      String.raw`\b([\w-]{0,40}(?:password|passwd|pwd|passphrase|secret|token|api-?key))(["']?\s*[:=]\s*)${value}`,
      'gi',
    ),
    `$1$2${removed}`,
  ),
  replacing(/\b(ENOTFOUND|EAI_AGAIN|ECONN\w+|ETIMEDOUT|EHOST\w+|ENET\w+) +[^\s,;)]{1,300}/g, '$1 [host]'),
  replacing(/\bfile:\/\/(?=\/)/gi, ''),
  replacing(/(?:\/home|\/Users|[A-Za-z]:\\{1,2}Users)[\\/]{1,2}[^\\/\s"':]{1,100}/g, '~'),
  replacing(/(?<![\w/])\/root(?=[/\s:"')]|$)/g, '~'),
  withPattern(/\b(?:https?|wss?|ftp):\/\/[^\s"'<>()]{1,4000}/gi, pathTemplate),
  replacing(/[^\s@<>"'()[\]:;,=]{1,64}@[^\s@<>"'()[\]:;,/\\]{1,250}\.\p{L}{2,24}/gu, '[email]'),
  withPattern(/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi, shortId),
  replacing(/\b[a-z]{2}\d{12,30}\b/gi, '[number]'),
  withPattern(/\b(?=\d*[a-z])(?:[0-9a-f]{16,64}|0[0-9a-z]{14,15})\b/gi, shortId),
  replacing(/\b[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{4}){2,7}(?:[ -]?[A-Z0-9]{1,3})?\b/g, '[number]'),
  withPattern(/(?<![\d…])\+?\(?\d(?:[ ().\u00a0/-]{0,3}\d){6,30}(?!\d)/g, (digits) =>
    isDate(digits) ? digits : '[number]',
  ),
];

/** Removes secrets and personal data from a text and keeps what helps to diagnose a fault. */
export function redactText(text: string): string {
  const cut = text.length > maxTextLength ? `${text.slice(0, maxTextLength)}…` : text;
  return rules.reduce((safe, rule) => rule(safe), cut);
}

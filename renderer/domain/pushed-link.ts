/** Why an address cannot be shown to others; the key of its sentence is `actions.link.problem.<this>`. */
export type LinkProblem = 'notAnAddress' | 'notSecure';

export interface PushedLink {
  /** The address to show; `null` while it is none that may be shown. */
  readonly url: string | null;
  readonly problem: LinkProblem | null;
}

/** What was typed, as an address. Without a scheme the secure one is meant; nothing typed is no problem yet. */
export function pushedLink(typed: string): PushedLink {
  const text = typed.trim();
  if (text === '') return { url: null, problem: null };
  const hasScheme = /^[a-z][a-z\d+.-]*:/iu.test(text) && !/^[^/]*:\d/u.test(text);
  const address = hasScheme ? text : `https://${text}`;
  if (/\s/u.test(text) || !URL.canParse(address)) return { url: null, problem: 'notAnAddress' };
  const url = new URL(address);
  if (url.protocol !== 'https:') return { url: null, problem: 'notSecure' };
  // A user name before the host exists only to make the host look like another one.
  const isPlain = url.hostname.includes('.') && url.username === '' && url.password === '';
  return isPlain ? { url: url.href, problem: null } : { url: null, problem: 'notAnAddress' };
}

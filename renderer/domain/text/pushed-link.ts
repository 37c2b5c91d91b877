/** Why a link cannot be sent; its locale key is `actions.link.problem.<this>`. */
export type LinkProblem = 'notAnAddress' | 'notSecure';

export interface PushedLink {
  /** The address to send; `null` if it is not allowed. */
  readonly url: string | null;
  readonly problem: LinkProblem | null;
}

/** Parses the typed address. Without a scheme, https is meant; an empty text is not an error yet. */
export function pushedLink(typed: string): PushedLink {
  const text = typed.trim();
  if (text === '') return { url: null, problem: null };
  const hasScheme = /^[a-z][a-z\d+.-]*:/iu.test(text) && !/^[^/]*:\d/u.test(text);
  const address = hasScheme ? text : `https://${text}`;
  if (/\s/u.test(text) || !URL.canParse(address)) return { url: null, problem: 'notAnAddress' };
  const url = new URL(address);
  if (url.protocol !== 'https:') return { url: null, problem: 'notSecure' };
  // A user name before the host only serves to imitate another host.
  const isPlain = url.hostname.includes('.') && url.username === '' && url.password === '';
  return isPlain ? { url: url.href, problem: null } : { url: null, problem: 'notAnAddress' };
}

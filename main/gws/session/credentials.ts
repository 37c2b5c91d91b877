export interface Credentials {
  readonly userName: string;
  readonly password: string;
}

/** How names and passwords are written in a Basic header. */
export type CredentialsCharset = 'latin1' | 'utf8';

/**
 * The Basic header. The vendor does not document a charset and its own clients write Latin-1, so that is used as far as it
 * goes, unless the server asked for UTF-8 (RFC 7617), and UTF-8 for what Latin-1 cannot hold.
 */
export function basicAuthorization(credentials: Credentials, wanted: CredentialsCharset = 'latin1'): string {
  const pair = pairOf(credentials);
  const charset = /[^\u0000-\u00ff]/.test(pair) ? 'utf8' : wanted;
  return `Basic ${Buffer.from(pair, charset).toString('base64')}`;
}

/** Whether the header is another one in another charset, so that it matters which of them the server reads. */
export function dependsOnCharset(credentials: Credentials): boolean {
  return basicAuthorization(credentials, 'latin1') !== basicAuthorization(credentials, 'utf8');
}

/** The charset a `WWW-Authenticate` header asks for; `null` where it asks for none. UTF-8 is the only one there is. */
export function askedCharset(challenge: string | null): CredentialsCharset | null {
  return /(?:^|[\s,])Basic\s[^]*?\bcharset\s*=\s*"?utf-8"?/i.test(challenge ?? '') ? 'utf8' : null;
}

function pairOf({ userName, password }: Credentials): string {
  return `${userName}:${password}`;
}

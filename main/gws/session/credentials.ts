export interface Credentials {
  readonly userName: string;
  readonly password: string;
}

/** How a person signs in: with a password, or on the server's own page, which Sightline never fills in. */
export type SignInMethod = Credentials | 'page';

/** Charset of names and passwords in a Basic header. */
export type CredentialsCharset = 'latin1' | 'utf8';

/**
 * Returns the Basic header. The vendor documents no charset and its own clients write Latin-1, so that is the
 * default. UTF-8 is used if the server asks for it (RFC 7617) or Latin-1 cannot hold the text.
 */
export function basicAuthorization(credentials: Credentials, wanted: CredentialsCharset = 'latin1'): string {
  const pair = pairOf(credentials);
  const charset = /[^\u0000-\u00ff]/.test(pair) ? 'utf8' : wanted;
  return `Basic ${Buffer.from(pair, charset).toString('base64')}`;
}

/** Returns whether the two charsets give different headers. */
export function dependsOnCharset(credentials: Credentials): boolean {
  return basicAuthorization(credentials, 'latin1') !== basicAuthorization(credentials, 'utf8');
}

/**
 * Returns the charset that a `WWW-Authenticate` header asks for; `null` if none. UTF-8 is the only value the RFC
 * allows.
 */
export function askedCharset(challenge: string | null): CredentialsCharset | null {
  return /(?:^|[\s,])Basic\s[^]*?\bcharset\s*=\s*"?utf-8"?/i.test(challenge ?? '') ? 'utf8' : null;
}

function pairOf({ userName, password }: Credentials): string {
  return `${userName}:${password}`;
}

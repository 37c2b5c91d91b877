export interface Credentials {
  readonly userName: string;
  readonly password: string;
}

/**
 * The Basic header. The server's charset is not documented; its own clients write Latin-1, so that is used as far as it
 * goes, and UTF-8 for names and passwords it cannot hold.
 */
export function basicAuthorization({ userName, password }: Credentials): string {
  const pair = `${userName}:${password}`;
  const fitsLatin1 = !/[^\u0000-\u00ff]/.test(pair);
  return `Basic ${Buffer.from(pair, fitsLatin1 ? 'latin1' : 'utf8').toString('base64')}`;
}

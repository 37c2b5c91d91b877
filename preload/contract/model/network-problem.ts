/**
 * What prevents a connection although the server may be there, as far as it is known: its certificate, its encryption or
 * a proxy. `certificate` and `proxy` without a name stand for any other reason. Each has a sentence at sign-in
 * (`error.server_*`) and one for the connection (`connection.reason.*`).
 */
export const networkProblems = [
  'certificateExpired',
  'certificateNotYetValid',
  'certificateWrongHost',
  'certificateSelfSigned',
  'certificateUnknownAuthority',
  'certificateRevoked',
  'certificateWeak',
  'clientCertificate',
  'tlsProtocol',
  'proxySignIn',
  'proxyConfiguration',
] as const;
export type NetworkProblem = (typeof networkProblems)[number];

/** Values for the sentence of a problem, such as `{ issuer: 'Example CA' }`. A `date` is in epoch milliseconds. */
export type SentenceValues = Readonly<Record<string, string | number>>;

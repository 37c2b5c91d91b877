import { certificateProblem, type RefusedCertificate } from './certificate-problem';
import { HttpFailure, type HttpFailureKind } from './http-port';

interface Verdict {
  readonly kind: HttpFailureKind;
  /** True for errors that occur only before the first byte is sent. */
  readonly beforeSending: boolean;
}

/** Chromium's network error names. Whole names match first, then prefixes. */
const verdictByName: Readonly<Record<string, Verdict>> = {
  ERR_NAME_NOT_RESOLVED: { kind: 'dns', beforeSending: true },
  ERR_NAME_RESOLUTION_FAILED: { kind: 'dns', beforeSending: true },
  ERR_DNS_TIMED_OUT: { kind: 'dns', beforeSending: true },
  ERR_CONNECTION_REFUSED: { kind: 'refused', beforeSending: true },
  ERR_ADDRESS_UNREACHABLE: { kind: 'unreachable', beforeSending: true },
  ERR_ADDRESS_INVALID: { kind: 'unreachable', beforeSending: true },
  ERR_INTERNET_DISCONNECTED: { kind: 'unreachable', beforeSending: true },
  ERR_NETWORK_ACCESS_DENIED: { kind: 'unreachable', beforeSending: true },
  ERR_CONNECTION_TIMED_OUT: { kind: 'timeout', beforeSending: true },
  ERR_CONNECTION_FAILED: { kind: 'unreachable', beforeSending: true },
  ERR_TIMED_OUT: { kind: 'timeout', beforeSending: false },
  ERR_NETWORK_IO_SUSPENDED: { kind: 'reset', beforeSending: false },
  ERR_NETWORK_CHANGED: { kind: 'reset', beforeSending: false },
  ERR_CONNECTION_RESET: { kind: 'reset', beforeSending: false },
  ERR_CONNECTION_CLOSED: { kind: 'reset', beforeSending: false },
  ERR_CONNECTION_ABORTED: { kind: 'reset', beforeSending: false },
  ERR_EMPTY_RESPONSE: { kind: 'reset', beforeSending: false },
  ERR_SOCKET_NOT_CONNECTED: { kind: 'reset', beforeSending: false },
  ERR_CONTENT_LENGTH_MISMATCH: { kind: 'reset', beforeSending: false },
  ERR_INCOMPLETE_CHUNKED_ENCODING: { kind: 'reset', beforeSending: false },
  ERR_ABORTED: { kind: 'aborted', beforeSending: false },
  ERR_SSL_PROTOCOL_ERROR: { kind: 'tlsProtocol', beforeSending: true },
  ERR_SSL_VERSION_OR_CIPHER_MISMATCH: { kind: 'tlsProtocol', beforeSending: true },
  ERR_SSL_WEAK_SERVER_EPHEMERAL_DH_KEY: { kind: 'certificateWeak', beforeSending: true },
  ERR_SSL_OBSOLETE_CIPHER: { kind: 'tlsProtocol', beforeSending: true },
  ERR_SSL_CLIENT_AUTH_CERT_NEEDED: { kind: 'clientCertificate', beforeSending: true },
  ERR_BAD_SSL_CLIENT_AUTH_CERT: { kind: 'clientCertificate', beforeSending: true },
  ERR_CERT_REVOKED: { kind: 'certificateRevoked', beforeSending: true },
  ERR_CERT_WEAK_SIGNATURE_ALGORITHM: { kind: 'certificateWeak', beforeSending: true },
  ERR_CERT_WEAK_KEY: { kind: 'certificateWeak', beforeSending: true },
  ERR_SSL_PINNED_KEY_NOT_IN_CERT_CHAIN: { kind: 'certificate', beforeSending: true },
  ERR_PROXY_CONNECTION_FAILED: { kind: 'proxy', beforeSending: true },
  ERR_TUNNEL_CONNECTION_FAILED: { kind: 'proxy', beforeSending: true },
  ERR_MANDATORY_PROXY_CONFIGURATION_FAILED: { kind: 'proxyConfiguration', beforeSending: true },
  ERR_UNEXPECTED_PROXY_AUTH: { kind: 'proxy', beforeSending: true },
  ERR_UNSAFE_PORT: { kind: 'unreachable', beforeSending: true },
  ERR_TOO_MANY_REDIRECTS: { kind: 'redirect', beforeSending: false },
  ERR_UNSAFE_REDIRECT: { kind: 'redirect', beforeSending: false },
  ERR_INVALID_REDIRECT: { kind: 'redirect', beforeSending: false },
};

const verdictByPrefix: readonly (readonly [string, Verdict])[] = [
  ['ERR_CERT_', { kind: 'certificate', beforeSending: true }],
  ['ERR_SSL_', { kind: 'certificate', beforeSending: false }],
  ['ERR_PROXY_', { kind: 'proxy', beforeSending: true }],
  ['ERR_SOCKS_', { kind: 'proxy', beforeSending: true }],
  ['ERR_DNS_', { kind: 'dns', beforeSending: true }],
];

/** Converts an error whose message contains `net::ERR_…`. */
export function httpFailureFrom(cause: unknown, refused?: RefusedCertificate): HttpFailure {
  if (cause instanceof HttpFailure) {
    return cause;
  }
  const name = /net::(ERR_[A-Z0-9_]+)/.exec(cause instanceof Error ? cause.message : String(cause))?.[1] ?? '';
  const verdict = verdictByName[name] ??
    verdictByPrefix.find(([prefix]) => name.startsWith(prefix))?.[1] ?? { kind: 'other', beforeSending: false };
  if (verdict.kind !== 'certificate') return new HttpFailure(verdict.kind, verdict.beforeSending, cause);
  const { kind, values } = certificateProblem(name, refused);
  return new HttpFailure(kind, verdict.beforeSending, cause, values);
}

/** Converts an abort by our side: an expired deadline or a cancellation. */
export function httpFailureFromAbort(reason: unknown): HttpFailure {
  const isDeadline = reason instanceof Error && reason.name === 'TimeoutError';
  return new HttpFailure(isDeadline ? 'timeout' : 'aborted', false, reason);
}

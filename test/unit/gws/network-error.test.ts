import { describe, expect, it } from 'vitest';
import { httpFailureFrom, httpFailureFromAbort } from '../../../main/gws/network-error';
import { HttpFailure } from '../../../main/gws/http-port';

function verdict(message: string): { kind: string; isCertainlyNotSent: boolean } {
  const { kind, isCertainlyNotSent } = httpFailureFrom(new Error(message));
  return { kind, isCertainlyNotSent };
}

describe('httpFailureFrom', () => {
  it.each([
    ['net::ERR_NAME_NOT_RESOLVED', 'dns', true],
    ['net::ERR_CONNECTION_REFUSED', 'refused', true],
    ['net::ERR_INTERNET_DISCONNECTED', 'unreachable', true],
    ['net::ERR_CERT_AUTHORITY_INVALID', 'certificate', true],
    ['net::ERR_CERT_COMMON_NAME_INVALID at https://x', 'certificate', true],
    ['net::ERR_CERT_REVOKED', 'certificateRevoked', true],
    ['net::ERR_CERT_WEAK_SIGNATURE_ALGORITHM', 'certificateWeak', true],
    ['net::ERR_SSL_PROTOCOL_ERROR', 'tlsProtocol', true],
    ['net::ERR_SSL_VERSION_OR_CIPHER_MISMATCH', 'tlsProtocol', true],
    ['net::ERR_SSL_CLIENT_AUTH_CERT_NEEDED', 'clientCertificate', true],
    ['net::ERR_BAD_SSL_CLIENT_AUTH_CERT', 'clientCertificate', true],
    ['net::ERR_MANDATORY_PROXY_CONFIGURATION_FAILED', 'proxyConfiguration', true],
    ['net::ERR_SSL_BAD_RECORD_MAC_ALERT', 'certificate', false],
    ['net::ERR_PROXY_CONNECTION_FAILED', 'proxy', true],
    ['net::ERR_CONNECTION_TIMED_OUT', 'timeout', true],
    ['net::ERR_TIMED_OUT', 'timeout', false],
    ['net::ERR_CONNECTION_RESET', 'reset', false],
    ['net::ERR_EMPTY_RESPONSE', 'reset', false],
    ['net::ERR_TOO_MANY_REDIRECTS', 'redirect', false],
    ['net::ERR_SOMETHING_NEW', 'other', false],
    ['no name at all', 'other', false],
  ])('converts %s', (message, kind, isCertainlyNotSent) => {
    expect(verdict(message)).toEqual({ kind, isCertainlyNotSent });
  });

  it('returns a failure unchanged', () => {
    const failure = new HttpFailure('dns', true);
    expect(httpFailureFrom(failure)).toBe(failure);
  });

  it('never claims that a request was not sent when the connection broke during it', () => {
    for (const name of ['RESET', 'CLOSED', 'ABORTED']) {
      expect(verdict(`net::ERR_CONNECTION_${name}`).isCertainlyNotSent).toBe(false);
    }
  });
});

describe('httpFailureFromAbort', () => {
  it('distinguishes a deadline from a cancellation', () => {
    expect(httpFailureFromAbort(new DOMException('late', 'TimeoutError')).kind).toBe('timeout');
    expect(httpFailureFromAbort(new DOMException('never mind', 'AbortError')).kind).toBe('aborted');
  });
});

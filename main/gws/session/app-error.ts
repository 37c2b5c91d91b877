import { assertNever } from '../../base/assert-never';
import { fail } from '../../base/result';
import type { AppError, ErrorCode, Result } from '../../../preload/contract';
import type { HttpFailure, HttpFailureKind } from '../http-port';
import type { ApiResponse } from './api-response';

const failureCodes: Readonly<Record<HttpFailureKind, ErrorCode>> = {
  dns: 'server.notFound',
  refused: 'server.refused',
  unreachable: 'server.unreachable',
  reset: 'server.unreachable',
  timeout: 'server.timeout',
  aborted: 'server.timeout',
  certificate: 'server.certificate',
  certificateExpired: 'server.certificateExpired',
  certificateNotYetValid: 'server.certificateNotYetValid',
  certificateWrongHost: 'server.certificateWrongHost',
  certificateSelfSigned: 'server.certificateSelfSigned',
  certificateUnknownAuthority: 'server.certificateUnknownAuthority',
  certificateRevoked: 'server.certificateRevoked',
  certificateWeak: 'server.certificateWeak',
  clientCertificate: 'server.clientCertificate',
  tlsProtocol: 'server.tlsProtocol',
  proxySignIn: 'server.proxySignIn',
  proxyConfiguration: 'server.proxyConfiguration',
  proxy: 'server.proxy',
  redirect: 'server.notGenesys',
  tooLarge: 'server.notGenesys',
  other: 'server.unreachable',
};

/**
 * Maps a missing response to an error. A write that may have reached the server has an unknown outcome; only a
 * resync can settle it.
 */
export function failureToResult(failure: HttpFailure, isWrite: boolean): Result<never> {
  if (isWrite && !failure.isCertainlyNotSent) return fail('command.outcomeUnknown');
  const { kind, values } = failure;
  return fail(failureCodes[kind], Object.keys(values).length === 0 ? {} : { values });
}

export function responseToResult(response: ApiResponse, isWrite: boolean): Result<unknown> {
  switch (response.kind) {
    case 'ok':
      return { ok: true, value: response.body };
    case 'partly':
      return isWrite ? failWith('command.partlyDone', response.serverMessage) : { ok: true, value: response.body };
    case 'notAuthenticated':
    case 'csrf':
      return fail('session.expired');
    case 'passwordChange':
      return fail('session.passwordChange');
    case 'forbidden':
      return failWith('command.forbidden', response.serverMessage);
    case 'notFound':
      return failWith('command.notFound', response.serverMessage);
    case 'refused':
      return failWith('command.refused', response.serverMessage);
    case 'busy':
      return fail('server.busy', response.retryAfterMs === null ? {} : { retryAfterMs: response.retryAfterMs });
    case 'incomplete':
    case 'garbled':
      return isWrite ? fail('command.outcomeUnknown') : fail('server.fault');
    case 'fault':
      return isWrite && !response.isVouchedFor
        ? fail('command.outcomeUnknown')
        : failWith('server.fault', response.serverMessage);
    case 'proxy':
      return fail('server.proxy');
    case 'loginPage':
      return fail('session.singleSignOn');
    case 'clientCertificate':
      return fail('server.clientCertificate');
    case 'notOurServer':
      return fail('server.notGenesys');
    default:
      return assertNever(response, 'every response has its result');
  }
}

function failWith(code: ErrorCode, serverMessage: string): { ok: false; error: AppError } {
  return fail(code, serverMessage === '' ? {} : { serverMessage });
}

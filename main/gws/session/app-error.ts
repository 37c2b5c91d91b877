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
  return fail(failureCodes[failure.kind]);
}

export function responseToResult(answer: ApiResponse, isWrite: boolean): Result<unknown> {
  switch (answer.kind) {
    case 'ok':
      return { ok: true, value: answer.body };
    case 'partly':
      return isWrite ? failWith('command.partlyDone', answer.serverMessage) : { ok: true, value: answer.body };
    case 'notAuthenticated':
    case 'csrf':
      return fail('session.expired');
    case 'passwordChange':
      return fail('session.passwordChange');
    case 'forbidden':
      return failWith('command.forbidden', answer.serverMessage);
    case 'notFound':
      return failWith('command.notFound', answer.serverMessage);
    case 'refused':
      return failWith('command.refused', answer.serverMessage);
    case 'busy':
      return fail('server.busy', answer.retryAfterMs === null ? {} : { retryAfterMs: answer.retryAfterMs });
    case 'incomplete':
    case 'garbled':
      return isWrite ? fail('command.outcomeUnknown') : fail('server.fault');
    case 'fault':
      return isWrite && !answer.isVouchedFor
        ? fail('command.outcomeUnknown')
        : failWith('server.fault', answer.serverMessage);
    case 'proxy':
      return fail('server.proxy');
    case 'notOurServer':
      return fail('server.notGenesys');
    default:
      return assertNever(answer, 'every answer has its result');
  }
}

function failWith(code: ErrorCode, serverMessage: string): { ok: false; error: AppError } {
  return fail(code, serverMessage === '' ? {} : { serverMessage });
}

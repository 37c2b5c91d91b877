import type { Result } from '../../../preload/contract';
import { HttpFailure } from '../http-port';
import type { ApiOutcome, ApiRequest } from './api-client';
import { isFromServer } from './api-response';
import { failureToResult, responseToResult } from './app-error';

/** Returns whether the server itself responded, so that it is not what stands in its place. */
export function isOfServer(outcome: ApiOutcome): boolean {
  return !(outcome instanceof HttpFailure) && isFromServer(outcome);
}

export function isLoginPage(outcome: ApiOutcome): boolean {
  return !(outcome instanceof HttpFailure) && outcome.kind === 'loginPage';
}

export function isRead(outcome: ApiOutcome): boolean {
  return !(outcome instanceof HttpFailure) && outcome.kind === 'ok';
}

export function isRefused(outcome: ApiOutcome): boolean {
  return !(outcome instanceof HttpFailure) && outcome.kind === 'notAuthenticated';
}

export function toResult(outcome: ApiOutcome, call: ApiRequest): Result<unknown> {
  const isWrite = call.method === 'POST';
  return outcome instanceof HttpFailure ? failureToResult(outcome, isWrite) : responseToResult(outcome, isWrite);
}

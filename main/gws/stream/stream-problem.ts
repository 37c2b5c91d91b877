import {
  networkProblems,
  type SentenceValues,
  type NetworkProblem,
} from '../../../preload/contract/model/network-problem';
import type { ConnectionReason } from '../../../preload/contract';
import { assertNever } from '../../base/assert-never';
import type { HttpFailure, HttpFailureKind } from '../http-port';
import type { ApiResponse } from '../session/api-response';

/**
 * `tryAgain`: on the same session. `handshake`: the server does not know the session. `renewSession`: it requires a
 * sign-in. `signInOnPage`: a login page responded, where only the person of such a session can sign in again.
 * `refreshToken`: only the CSRF pair is stale. `rest`: it asked the client to disconnect; return late and gently.
 */
export type RecoveryAction = 'tryAgain' | 'handshake' | 'renewSession' | 'signInOnPage' | 'refreshToken' | 'rest';

/** A problem of the stream: the reason shown to the supervisor and the recovery. */
export interface StreamProblem {
  readonly reason: ConnectionReason;
  /** Values for the sentence of the reason. */
  readonly values?: SentenceValues;
  readonly remedy: RecoveryAction;
  /** The network or server is unreachable, as opposed to an error response. */
  readonly isUnreachable: boolean;
  /** The server itself responded, although with an error. */
  readonly isAnswered: boolean;
  readonly retryAfterMs: number | null;
}

export function streamProblem(
  reason: ConnectionReason,
  remedy: RecoveryAction,
  more: Partial<StreamProblem> = {},
): StreamProblem {
  return { reason, remedy, isUnreachable: false, isAnswered: false, retryAfterMs: null, ...more };
}

const failureReasons: Readonly<Record<Exclude<HttpFailureKind, NetworkProblem>, ConnectionReason>> = {
  dns: 'networkDown',
  refused: 'serverUnreachable',
  unreachable: 'networkDown',
  reset: 'connectionLost',
  timeout: 'noAnswer',
  aborted: 'connectionLost',
  certificate: 'certificate',
  proxy: 'proxy',
  redirect: 'portal',
  tooLarge: 'connectionLost',
  other: 'connectionLost',
};

const notThere = new Set<HttpFailureKind>([
  ...(['dns', 'refused', 'unreachable', 'certificate', 'proxy', 'redirect'] as const),
  ...networkProblems,
]);

export function troubleFromFailure({ kind, values }: HttpFailure): StreamProblem {
  // With acknowledgements the same session would repeat what is too large; a new one begins without it.
  const remedy = kind === 'tooLarge' ? 'handshake' : 'tryAgain';
  return streamProblem(isNetworkProblem(kind) ? kind : failureReasons[kind], remedy, {
    isUnreachable: notThere.has(kind),
    ...(Object.keys(values).length === 0 ? {} : { values }),
  });
}

function isNetworkProblem(kind: HttpFailureKind): kind is NetworkProblem {
  return networkProblems.some((problem) => problem === kind);
}

/** Maps an HTTP response to a Bayeux request that is not a list of Bayeux messages. */
export function streamProblemFromResponse(response: ApiResponse): StreamProblem {
  switch (response.kind) {
    case 'notAuthenticated':
      return streamProblem('sessionLost', 'renewSession', { isAnswered: true });
    case 'csrf':
      return streamProblem('tokenStale', 'refreshToken', { isAnswered: true });
    case 'passwordChange':
      return streamProblem('signInExpired', 'renewSession', { isAnswered: true });
    case 'busy':
      return streamProblem('serverBusy', 'tryAgain', { retryAfterMs: response.retryAfterMs });
    case 'clientCertificate':
      return streamProblem('clientCertificate', 'tryAgain', { isUnreachable: true });
    case 'proxy':
      return streamProblem('proxy', 'tryAgain', { isUnreachable: true });
    case 'loginPage':
      return streamProblem('portal', 'signInOnPage', { isUnreachable: true });
    case 'notOurServer':
      return streamProblem('portal', 'tryAgain', { isUnreachable: true });
    case 'ok':
    case 'partly':
    case 'notFound':
      return streamProblem('notOurServer', 'tryAgain', { isUnreachable: true });
    case 'refused':
      return streamProblem('serverError', 'handshake', { isAnswered: true });
    case 'forbidden':
      return streamProblem('forbidden', 'tryAgain', { isAnswered: true });
    case 'fault':
      return streamProblem('serverError', 'tryAgain', { isAnswered: response.isVouchedFor });
    case 'incomplete':
    case 'garbled':
      return streamProblem('garbled', 'tryAgain');
    default:
      return assertNever(response, 'every poll response maps to a problem');
  }
}

/** Carries a problem through the library, which passes on any transport failure. */
export class StreamRequestError extends Error {
  override readonly name = 'StreamRequestError';
  readonly streamProblem: StreamProblem;

  constructor(found: StreamProblem) {
    super(`stream request failed: ${found.reason}`);
    this.streamProblem = found;
  }
}

import type { ConnectionReason } from '../../../preload/contract';
import { assertNever } from '../../base/assert-never';
import type { HttpFailure, HttpFailureKind } from '../http-port';
import type { Answer } from '../session/answer';

/**
 * `tryAgain`: on the same session. `handshake`: the server does not know the session (any more). `renewSession`: it wants
 * to know who we are. `refreshToken`: only the CSRF pair is stale. `rest`: it told us to go; come back late and gently.
 */
export type Remedy = 'tryAgain' | 'handshake' | 'renewSession' | 'refreshToken' | 'rest';

/** What is wrong with the stream, in the words shown to the supervisor, and what helps. */
export interface Trouble {
  readonly reason: ConnectionReason;
  readonly remedy: Remedy;
  /** The network or the server is not there at all, as opposed to answering badly. */
  readonly isUnreachable: boolean;
  /** The server itself answered, though not as wished: it is there. */
  readonly isAnswered: boolean;
  readonly retryAfterMs: number | null;
}

export function trouble(reason: ConnectionReason, remedy: Remedy, more: Partial<Trouble> = {}): Trouble {
  return { reason, remedy, isUnreachable: false, isAnswered: false, retryAfterMs: null, ...more };
}

const failureReasons: Readonly<Record<HttpFailureKind, ConnectionReason>> = {
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

const notThere = new Set<HttpFailureKind>(['dns', 'refused', 'unreachable', 'certificate', 'proxy', 'redirect']);

export function troubleFromFailure(failure: HttpFailure): Trouble {
  return trouble(failureReasons[failure.kind], 'tryAgain', { isUnreachable: notThere.has(failure.kind) });
}

/** Of an HTTP answer to a Bayeux request that is not a list of Bayeux messages. */
export function troubleFromAnswer(answer: Answer): Trouble {
  switch (answer.kind) {
    case 'notAuthenticated':
      return trouble('sessionLost', 'renewSession', { isAnswered: true });
    case 'csrf':
      return trouble('tokenStale', 'refreshToken', { isAnswered: true });
    case 'passwordChange':
      return trouble('signInExpired', 'renewSession', { isAnswered: true });
    case 'busy':
      return trouble('serverBusy', 'tryAgain', { retryAfterMs: answer.retryAfterMs });
    case 'proxy':
      return trouble('proxy', 'tryAgain', { isUnreachable: true });
    case 'notOurServer':
      return trouble('portal', 'tryAgain', { isUnreachable: true });
    case 'ok':
    case 'partly':
    case 'notFound':
      return trouble('notOurServer', 'tryAgain', { isUnreachable: true });
    case 'refused':
      return trouble('serverError', 'handshake', { isAnswered: true });
    case 'forbidden':
      return trouble('forbidden', 'tryAgain', { isAnswered: true });
    case 'fault':
      return trouble('serverError', 'tryAgain', { isAnswered: answer.isVouchedFor });
    case 'incomplete':
    case 'garbled':
      return trouble('garbled', 'tryAgain');
    default:
      return assertNever(answer, 'every answer to a poll has its trouble');
  }
}

/** Carries a trouble through the library, which passes on whatever a transport failed with. */
export class StreamFailure extends Error {
  override readonly name = 'StreamFailure';
  readonly trouble: Trouble;

  constructor(found: Trouble) {
    super(`stream request failed: ${found.reason}`);
    this.trouble = found;
  }
}

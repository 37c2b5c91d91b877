import { describe, expect, it } from 'vitest';
import { HttpFailure, type HttpFailureKind } from '../../../../main/gws/http-port';
import type { ApiResponse } from '../../../../main/gws/session/api-response';
import { streamProblemFromResponse, troubleFromFailure } from '../../../../main/gws/stream/stream-problem';
import { networkProblems } from '../../../../preload/contract/model/network-problem';

describe('troubleFromFailure', () => {
  it.each<readonly [HttpFailureKind, string, boolean]>([
    ['dns', 'networkDown', true],
    ['refused', 'serverUnreachable', true],
    ['unreachable', 'networkDown', true],
    ['reset', 'connectionLost', false],
    ['timeout', 'noAnswer', false],
    ['aborted', 'connectionLost', false],
    ['certificate', 'certificate', true],
    ['proxy', 'proxy', true],
    ['redirect', 'portal', true],
    ['other', 'connectionLost', false],
    ...networkProblems.map((problem) => [problem, problem, true] as const),
  ])('says of %s: %s, unreachable: %s', (kind, reason, isUnreachable) => {
    expect(troubleFromFailure(new HttpFailure(kind, false))).toEqual({
      ...{ reason, isUnreachable, remedy: 'tryAgain', isAnswered: false, retryAfterMs: null },
    });
  });

  it('begins a new session after a response that is too large', () => {
    expect(troubleFromFailure(new HttpFailure('tooLarge', false))).toMatchObject({
      ...{ reason: 'connectionLost', remedy: 'handshake', isUnreachable: false },
    });
  });

  it('passes on the values of the failure', () => {
    expect(troubleFromFailure(new HttpFailure('proxy', false, undefined, { host: 'p' })).values).toEqual({ host: 'p' });
  });
});

describe('streamProblemFromResponse', () => {
  const serverMessage = '';
  const busy = { kind: 'busy', retryAfterMs: 700, isLimit: false, isCertainlyNotDone: true } as const;

  it.each<readonly [ApiResponse, string, string, object]>([
    [{ kind: 'notAuthenticated' }, 'sessionLost', 'renewSession', { isAnswered: true }],
    [{ kind: 'csrf' }, 'tokenStale', 'refreshToken', { isAnswered: true }],
    [{ kind: 'passwordChange' }, 'signInExpired', 'renewSession', { isAnswered: true }],
    [busy, 'serverBusy', 'tryAgain', { retryAfterMs: 700 }],
    [{ kind: 'clientCertificate' }, 'clientCertificate', 'tryAgain', { isUnreachable: true }],
    [{ kind: 'proxy' }, 'proxy', 'tryAgain', { isUnreachable: true }],
    [{ kind: 'loginPage' }, 'portal', 'signInOnPage', { isUnreachable: true }],
    [{ kind: 'notOurServer' }, 'portal', 'tryAgain', { isUnreachable: true }],
    [{ kind: 'ok', body: null }, 'notOurServer', 'tryAgain', { isUnreachable: true }],
    [{ kind: 'partly', body: null, serverMessage }, 'notOurServer', 'tryAgain', { isUnreachable: true }],
    [{ kind: 'notFound', serverMessage }, 'notOurServer', 'tryAgain', { isUnreachable: true }],
    [{ kind: 'refused', serverMessage }, 'serverError', 'handshake', { isAnswered: true }],
    [{ kind: 'forbidden', serverMessage }, 'forbidden', 'tryAgain', { isAnswered: true }],
    [{ kind: 'fault', isVouchedFor: true, serverMessage }, 'serverError', 'tryAgain', { isAnswered: true }],
    [{ kind: 'fault', isVouchedFor: false, serverMessage }, 'serverError', 'tryAgain', {}],
    [{ kind: 'incomplete', serverMessage }, 'garbled', 'tryAgain', {}],
    [{ kind: 'garbled' }, 'garbled', 'tryAgain', {}],
  ])('says of %j: %s, and the remedy is %s', (response, reason, remedy, more) => {
    expect(streamProblemFromResponse(response)).toEqual({
      ...{ reason, remedy, isUnreachable: false, isAnswered: false, retryAfterMs: null },
      ...more,
    });
  });
});

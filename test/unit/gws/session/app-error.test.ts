import { describe, expect, it } from 'vitest';
import { HttpFailure, type HttpFailureKind } from '../../../../main/gws/http-port';
import { isLoginPage, isOfServer, isRead, isRefused, toResult } from '../../../../main/gws/session/api-outcome';
import type { ApiResponse } from '../../../../main/gws/session/api-response';
import { failureToResult, responseToResult } from '../../../../main/gws/session/app-error';
import type { ErrorCode } from '../../../../preload/contract';

describe('failureToResult', () => {
  it.each<readonly [HttpFailureKind, ErrorCode]>([
    ['dns', 'server.notFound'],
    ['refused', 'server.refused'],
    ['unreachable', 'server.unreachable'],
    ['reset', 'server.unreachable'],
    ['timeout', 'server.timeout'],
    ['aborted', 'server.timeout'],
    ['certificate', 'server.certificate'],
    ['certificateExpired', 'server.certificateExpired'],
    ['certificateNotYetValid', 'server.certificateNotYetValid'],
    ['certificateWrongHost', 'server.certificateWrongHost'],
    ['certificateSelfSigned', 'server.certificateSelfSigned'],
    ['certificateUnknownAuthority', 'server.certificateUnknownAuthority'],
    ['certificateRevoked', 'server.certificateRevoked'],
    ['certificateWeak', 'server.certificateWeak'],
    ['clientCertificate', 'server.clientCertificate'],
    ['tlsProtocol', 'server.tlsProtocol'],
    ['proxySignIn', 'server.proxySignIn'],
    ['proxyConfiguration', 'server.proxyConfiguration'],
    ['proxy', 'server.proxy'],
    ['redirect', 'server.notGenesys'],
    ['tooLarge', 'server.notGenesys'],
    ['other', 'server.unreachable'],
  ])('says of %s: %s', (kind, code) => {
    expect(failureToResult(new HttpFailure(kind, false), false)).toEqual({ ok: false, error: { code } });
  });

  it('keeps what belongs in the sentence of the failure', () => {
    const values = { name: 'gws.example.com' };
    expect(failureToResult(new HttpFailure('certificateWrongHost', true, undefined, values), true)).toEqual({
      ok: false,
      error: { code: 'server.certificateWrongHost', values },
    });
  });

  it('does not know the outcome of a write, unless it was certainly not sent', () => {
    expect([true, false].map((isNotSent) => failureToResult(new HttpFailure('reset', isNotSent), true))).toEqual([
      { ok: false, error: { code: 'server.unreachable' } },
      { ok: false, error: { code: 'command.outcomeUnknown' } },
    ]);
  });
});

describe('responseToResult', () => {
  const body = { chats: [] };
  const serverMessage = 'No.';

  it.each<readonly [ApiResponse, ErrorCode | 'done', ErrorCode | 'done']>([
    [{ kind: 'ok', body }, 'done', 'done'],
    [{ kind: 'partly', body, serverMessage: '' }, 'done', 'command.partlyDone'],
    [{ kind: 'notAuthenticated' }, 'session.expired', 'session.expired'],
    [{ kind: 'csrf' }, 'session.expired', 'session.expired'],
    [{ kind: 'passwordChange' }, 'session.passwordChange', 'session.passwordChange'],
    [{ kind: 'forbidden', serverMessage: '' }, 'command.forbidden', 'command.forbidden'],
    [{ kind: 'notFound', serverMessage: '' }, 'command.notFound', 'command.notFound'],
    [{ kind: 'refused', serverMessage: '' }, 'command.refused', 'command.refused'],
    [{ kind: 'busy', retryAfterMs: null, isLimit: false, isCertainlyNotDone: true }, 'server.busy', 'server.busy'],
    [{ kind: 'incomplete', serverMessage: '' }, 'server.fault', 'command.outcomeUnknown'],
    [{ kind: 'garbled' }, 'server.fault', 'command.outcomeUnknown'],
    [{ kind: 'fault', isVouchedFor: false, serverMessage: '' }, 'server.fault', 'command.outcomeUnknown'],
    [{ kind: 'fault', isVouchedFor: true, serverMessage: '' }, 'server.fault', 'server.fault'],
    [{ kind: 'proxy' }, 'server.proxy', 'server.proxy'],
    [{ kind: 'loginPage' }, 'session.singleSignOn', 'session.singleSignOn'],
    [{ kind: 'clientCertificate' }, 'server.clientCertificate', 'server.clientCertificate'],
    [{ kind: 'notOurServer' }, 'server.notGenesys', 'server.notGenesys'],
  ])('says of %j: %s to a read and %s to a write', (response, read, write) => {
    const said = (code: ErrorCode | 'done') =>
      code === 'done' ? { ok: true, value: body } : { ok: false, error: { code } };
    expect([responseToResult(response, false), responseToResult(response, true)]).toEqual([said(read), said(write)]);
  });

  it.each<readonly [ApiResponse, object]>([
    [
      { kind: 'forbidden', serverMessage },
      { code: 'command.forbidden', serverMessage },
    ],
    [
      { kind: 'partly', body, serverMessage },
      { code: 'command.partlyDone', serverMessage },
    ],
    [
      { kind: 'fault', isVouchedFor: true, serverMessage },
      { code: 'server.fault', serverMessage },
    ],
    [
      { kind: 'busy', retryAfterMs: 700, isLimit: false, isCertainlyNotDone: true },
      { code: 'server.busy', retryAfterMs: 700 },
    ],
  ])('passes on what the server said: %j', (response, error) => {
    expect(responseToResult(response, true)).toEqual({ ok: false, error });
  });
});

describe('an outcome', () => {
  const broken = new HttpFailure('reset', false);
  const responses = {
    ok: { kind: 'ok', body: null },
    refused: { kind: 'notAuthenticated' },
    page: { kind: 'loginPage' },
  } as const;
  const outcomes = [broken, responses.ok, responses.refused, responses.page];

  it('is of the server, a login page, read or refused, and a failure is none of them', () => {
    expect(outcomes.map(isOfServer)).toEqual([false, true, true, false]);
    expect(outcomes.map(isLoginPage)).toEqual([false, false, false, true]);
    expect(outcomes.map(isRead)).toEqual([false, true, false, false]);
    expect(outcomes.map(isRefused)).toEqual([false, false, true, false]);
  });

  it('becomes a result by the method of its request', () => {
    const code = (method: 'GET' | 'POST') => toResult(broken, { method, path: '/me' });
    expect([code('GET'), code('POST')]).toMatchObject([
      { error: { code: 'server.unreachable' } },
      { error: { code: 'command.outcomeUnknown' } },
    ]);
    expect(toResult({ kind: 'garbled' }, { method: 'POST', path: '/me' })).toMatchObject({
      error: { code: 'command.outcomeUnknown' },
    });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { responseToResult } from '../../../../main/gws/session/app-error';
import {
  classifyResponse,
  isFromServer,
  readRestResponse,
  type ApiResponse,
} from '../../../../main/gws/session/api-response';
import { responseText } from '../../../../main/gws/response-text';

const answered = (body: unknown, status = 200) =>
  classifyResponse({ status, text: JSON.stringify(body), retryAfter: null, date: null }, 0);
const rest = (body: unknown) => readRestResponse({ status: 200, header: () => null }, JSON.stringify(body), 0);

describe('classifyResponse', () => {
  it.each([
    [
      { statusCode: '6', statusMessage: 'No such chat' },
      { kind: 'notFound', serverMessage: 'No such chat' },
    ],
    [{ statusCode: ' 3 ' }, { kind: 'forbidden' }],
    [{ status: '6' }, { kind: 'notFound' }],
    [{ statusCode: '20' }, { kind: 'notAuthenticated' }],
    [
      { status: 'error', errorDescription: 'The agent is busy' },
      { kind: 'refused', serverMessage: 'The agent is busy' },
    ],
    [
      { status: 'FAILED', message: 'no' },
      { kind: 'refused', serverMessage: 'no' },
    ],
    [
      { statusCode: 'E_BUSY', errorMessage: 'later' },
      { kind: 'refused', serverMessage: 'later' },
    ],
    [
      { statusCode: 6, statusMessage: '', errorDescription: 'gone' },
      { kind: 'notFound', serverMessage: 'gone' },
    ],
  ])('classifies %j as its error', (body, expected) => {
    expect(answered(body)).toMatchObject(expected);
  });

  it.each([
    { statusCode: '0' },
    { statusCode: 0 },
    { status: 'ok' },
    { status: 'Active', id: 'c1' },
    { chats: [] },
    {},
  ])('classifies %j as success', (body) => {
    expect(answered(body)).toEqual({ kind: 'ok', body });
  });

  const answer = (status: number, text: string, location: string | null = null) =>
    classifyResponse({ status, text, location, retryAfter: null, date: null }, 0).kind;

  it.each([
    ['https://login.example.com/saml?RelayState=%2Fapi%2Fv2%2Fme', 'loginPage'],
    ['/login', 'loginPage'],
    ['https://new.example.com/api/v2/me', 'notOurServer'],
    ['javascript:alert(1)', 'notOurServer'],
    ['https://[', 'notOurServer'],
    [null, 'notOurServer'],
  ])('classifies a redirect to %s as %s', (location, kind) => {
    expect([301, 302, 303, 307, 308].map((status) => answer(status, '', location))).toEqual(Array(5).fill(kind));
  });

  it.each([
    ['<!doctype html><form action="/login"></form>', 'loginPage'],
    ['<html><body onload="document.forms[0].submit()"><FORM method=post>', 'loginPage'],
    ['<!doctype html><div id="app"></div><script src="/login.js"></script>', 'loginPage'],
    ['<html><head><meta http-equiv="refresh" content="0;url=/login">', 'loginPage'],
    ['<!doctype html><h1>It works!</h1>', 'notOurServer'],
    ['{ "text": "<form>" }', 'ok'],
    ['<form>', 'garbled'],
  ])('classifies the page %s as %s', (text, kind) => {
    expect(answer(200, text)).toBe(kind);
    // Somewhere else, such a page says only that nothing is there.
    if (kind === 'loginPage') expect(answer(404, text)).toBe('notFound');
  });

  it.each<readonly [object, number, ApiResponse]>([
    [{ statusCode: 3 }, 200, { kind: 'forbidden', serverMessage: '' }],
    [{ statusCode: 5 }, 200, { kind: 'forbidden', serverMessage: '' }],
    [{ statusCode: 4, statusMessage: 'Oh' }, 200, { kind: 'fault', isVouchedFor: true, serverMessage: 'Oh' }],
    [{ statusCode: 6 }, 200, { kind: 'notFound', serverMessage: '' }],
    [{ statusCode: 7 }, 200, { kind: 'partly', body: { statusCode: 7 }, serverMessage: '' }],
    [{ statusCode: 8 }, 200, { kind: 'passwordChange' }],
    [{ statusCode: 9 }, 200, { kind: 'incomplete', serverMessage: '' }],
    [{ statusCode: 1 }, 200, { kind: 'refused', serverMessage: '' }],
    [{ statusCode: 20 }, 500, { kind: 'notAuthenticated' }],
    [{ statusCode: 6 }, 500, { kind: 'notFound', serverMessage: '' }],
    [{ statusCode: -1 }, 200, { kind: 'refused', serverMessage: '' }],
    [{ statusCode: '1234567' }, 200, { kind: 'refused', serverMessage: '' }],
    [{ statusCode: 'Success' }, 200, { kind: 'ok', body: { statusCode: 'Success' } }],
    [{ statusCode: ' ' }, 200, { kind: 'ok', body: { statusCode: ' ' } }],
    [{ status: ' failure ' }, 200, { kind: 'refused', serverMessage: '' }],
    [{ status: 'a failed chat' }, 200, { kind: 'ok', body: { status: 'a failed chat' } }],
    [{ statusCode: 0, status: 6 }, 200, { kind: 'ok', body: { statusCode: 0, status: 6 } }],
    [{ statusCode: 0 }, 401, { kind: 'notAuthenticated' }],
    [{ error: 'no', error_description: 'why' }, 403, { kind: 'forbidden', serverMessage: 'why' }],
    [{ error: 'no' }, 404, { kind: 'notFound', serverMessage: 'no' }],
    [{ message: ' ' }, 410, { kind: 'notFound', serverMessage: '' }],
    [{}, 400, { kind: 'refused', serverMessage: '' }],
    [{}, 499, { kind: 'refused', serverMessage: '' }],
    [{}, 500, { kind: 'fault', isVouchedFor: false, serverMessage: '' }],
    [{}, 300, { kind: 'notOurServer' }],
    [{}, 399, { kind: 'notOurServer' }],
    [{}, 407, { kind: 'proxy' }],
    [{ message: 'CSRF token missing' }, 403, { kind: 'csrf' }],
    [{ message: 'CSRF token missing' }, 400, { kind: 'refused', serverMessage: 'CSRF token missing' }],
    [{}, 429, { kind: 'busy', retryAfterMs: null, isLimit: true, isCertainlyNotDone: true }],
    [{}, 503, { kind: 'busy', retryAfterMs: null, isLimit: false, isCertainlyNotDone: false }],
  ])('classifies %j with status %s', (body, status, expected) => {
    expect(answered(body, status)).toEqual(expected);
  });

  const nginx = (title: string) => `<html><head><title>${title}</title></head>\n<hr><center>nginx</center></html>`;

  it('knows that a busy server executed nothing by its wait, and by the page of nginx', () => {
    const busy = (text: string, retryAfter: string | null) =>
      classifyResponse({ status: 503, text, retryAfter, date: null }, 0);
    expect(busy('', '7')).toEqual({ kind: 'busy', retryAfterMs: 7_000, isLimit: false, isCertainlyNotDone: true });
    const page = nginx('503 Service Temporarily Unavailable');
    expect([page, `${' '.repeat(500)}${page}`].map((text) => busy(text, null))).toMatchObject([
      { retryAfterMs: null, isCertainlyNotDone: true },
      { retryAfterMs: null, isCertainlyNotDone: false },
    ]);
  });

  it.each([
    ['400 No required SSL certificate was sent', 400, 'clientCertificate'],
    ['400 The SSL certificate error', 400, 'clientCertificate'],
    ['400 Bad Request', 400, 'refused'],
    ['400 The SSL certificate error', 404, 'notFound'],
  ])('classifies the page %s with status %s as %s', (title, status, kind) => {
    expect(answer(status, nginx(title))).toBe(kind);
  });

  it.each([
    ['', 'ok'],
    [' \n', 'ok'],
    ['{"chats":[', 'garbled'],
    [' <?xml version="1.0"?>', 'notOurServer'],
    ['<head>', 'notOurServer'],
    ['<body>', 'notOurServer'],
    ['a <body>', 'garbled'],
  ])('classifies the body %j as %s', (text, kind) => {
    expect([answer(200, text), answer(299, text)]).toEqual([kind, kind]);
  });

  it('reads a code the same whether quoted or not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), fc.constantFrom('statusCode', 'status'), (code, name) => {
        const plain = { ...answered({ [name]: code }), body: null };
        const quoted = { ...answered({ [name]: String(code) }), body: null };
        expect(quoted).toEqual(plain);
      }),
    );
  });

  it('shows the message of an older format to the supervisor', () => {
    const answer = answered({ status: 'error', errorDescription: 'The agent is busy' });
    expect(responseToResult(answer, true)).toEqual({
      ok: false,
      error: { code: 'command.refused', serverMessage: 'The agent is busy' },
    });
  });
});

describe('isFromServer', () => {
  it.each<readonly [ApiResponse, boolean]>([
    [{ kind: 'ok', body: null }, true],
    [{ kind: 'partly', body: null, serverMessage: '' }, true],
    [{ kind: 'notAuthenticated' }, true],
    [{ kind: 'csrf' }, true],
    [{ kind: 'passwordChange' }, true],
    [{ kind: 'forbidden', serverMessage: '' }, true],
    [{ kind: 'notFound', serverMessage: '' }, true],
    [{ kind: 'refused', serverMessage: '' }, true],
    [{ kind: 'incomplete', serverMessage: '' }, true],
    [{ kind: 'fault', isVouchedFor: true, serverMessage: '' }, true],
    [{ kind: 'fault', isVouchedFor: false, serverMessage: '' }, false],
    [{ kind: 'busy', retryAfterMs: 1, isLimit: true, isCertainlyNotDone: true }, false],
    [{ kind: 'proxy' }, false],
    [{ kind: 'garbled' }, false],
    [{ kind: 'loginPage' }, false],
    [{ kind: 'notOurServer' }, false],
  ])('of %j is %s', (response, expected) => {
    expect(isFromServer(response)).toBe(expected);
  });
});

describe('readRestResponse', () => {
  it.each([[[]], [[{ statusCode: 0 }]], ['done'], [7], [true]])('rejects %j as a response of the server', (body) => {
    expect(rest(body)).toEqual({ kind: 'garbled' });
    expect(responseToResult(rest(body), true)).toMatchObject({ error: { code: 'command.outcomeUnknown' } });
  });

  it('accepts an object, an empty body and null', () => {
    expect(rest({ statusCode: 0 })).toEqual({ kind: 'ok', body: { statusCode: 0 } });
    expect(rest(null)).toEqual({ kind: 'ok', body: null });
  });
});

describe('responseText', () => {
  const latin1 = Buffer.from('{"name":"Grüße"}', 'latin1');
  const utf8 = Buffer.from('{"name":"Grüße"}', 'utf8');

  it.each([
    ['application/json;charset=ISO-8859-1', latin1],
    ['application/json; Charset="iso-8859-1"', latin1],
    ['application/json; charset=windows-1252; x=y', latin1],
    ['application/json;charset=UTF-8', utf8],
    ['application/json', utf8],
    ['application/json; charset=klingon', utf8],
    [null, utf8],
  ])('decodes a body declared as %s', (contentType, body) => {
    expect(responseText(body, contentType)).toBe('{"name":"Grüße"}');
  });
});

describe('the beginning of a response, which alone decides', () => {
  const answer = (status: number, text: string, location: string | null = null) =>
    classifyResponse({ status, text, location, retryAfter: null, date: null }, 0).kind;
  const filler = (length: number) => ' '.repeat(length);

  it.each([
    ['a token named early in a refusal', 403, `${filler(1_000)} CSRF token missing`, 'csrf'],
    ['a token named late in one', 403, `${filler(2_000)} CSRF token missing`, 'forbidden'],
    ['a page that requires a certificate', 400, '<title>400 The SSL certificate error</title>', 'clientCertificate'],
    ['text that ends like one', 400, `${filler(500)}<title>400 The SSL certificate error</title>`, 'refused'],
    ['a page with a form', 200, `<html>${filler(1_000)}<form>`, 'loginPage'],
    ['a page with a form beyond its first 200,000 characters', 200, `<html>${filler(200_000)}<form>`, 'notOurServer'],
    ['a status below 200', 199, '{}', 'refused'],
  ] as const)('%s', (_what, status, text, kind) => {
    expect(answer(status, text)).toBe(kind);
  });

  it.each([
    ['http://login.example/', 'loginPage'],
    ['/login', 'loginPage'],
    ['xhttp://login.example/', 'notOurServer'],
    ['http://[', 'notOurServer'],
    ['', 'notOurServer'],
    ['https://moved.example/api/v2/me', 'notOurServer'],
  ])('a redirect to “%s”', (location, kind) => {
    expect(answer(302, '', location)).toBe(kind);
  });

  it.each([
    [{ statusCode: '  ' }, 'ok'],
    [{ statusCode: ' OK ' }, 'ok'],
    [{ statusCode: 'OK, but' }, 'refused'],
  ])('a code in words: %j', (body, kind) => {
    expect(answered(body).kind).toBe(kind);
  });

  it('passes over a message that is blank', () => {
    expect(answered({ statusCode: 6, statusMessage: '  ', errorMessage: 'No such chat' })).toEqual({
      kind: 'notFound',
      serverMessage: 'No such chat',
    });
  });
});

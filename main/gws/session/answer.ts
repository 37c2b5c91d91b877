import type { HttpResponse } from '../http-port';
import { parseRetryAfter, type WaitingAdvice } from './retry-after';
import { ownField } from '../wire/tolerant';
import { plainSentence } from '../translate/plain-sentence';

/**
 * What an HTTP answer means, read from its status and its body together, since neither is enough: the server tells most
 * refusals in the body, a balancer or portal in front of it only in the status.
 */
export type Answer =
  | { readonly kind: 'ok'; readonly body: unknown }
  | { readonly kind: 'partly'; readonly body: unknown; readonly serverSays: string }
  | { readonly kind: 'notAuthenticated' }
  | { readonly kind: 'csrf' }
  | { readonly kind: 'passwordChange' }
  | { readonly kind: 'forbidden' | 'notFound' | 'refused' | 'incomplete'; readonly serverSays: string }
  | { readonly kind: 'busy'; readonly retryAfterMs: number | null }
  /** `isVouchedFor`: the server itself says that it failed, which by its rules means that nothing was changed. */
  | { readonly kind: 'fault'; readonly isVouchedFor: boolean; readonly serverSays: string }
  | { readonly kind: 'proxy' }
  | { readonly kind: 'notOurServer' }
  /** A good status with a body that cannot be read: cut off, or mangled on the way. */
  | { readonly kind: 'garbled' };

export interface RawAnswer extends WaitingAdvice {
  readonly status: number;
  readonly text: string;
}

const csrfRefusal = /csrf/i;
const looksLikeHtml = /^\s*(<!doctype|<html|<\?xml|<head|<body)/i;

export function readResponse(response: Pick<HttpResponse, 'status' | 'header'>, text: string, now: number): Answer {
  const advice = { retryAfter: response.header('Retry-After'), date: response.header('Date') };
  return readAnswer({ status: response.status, text, ...advice }, now);
}

export function readAnswer(raw: RawAnswer, now: number): Answer {
  const { status } = raw;
  if (status === 407) return { kind: 'proxy' };
  if (status >= 300 && status < 400) return { kind: 'notOurServer' };
  if (status === 429 || status === 503) {
    return { kind: 'busy', retryAfterMs: parseRetryAfter(raw, now) };
  }
  if (status === 403 && csrfRefusal.test(raw.text.slice(0, 2000))) return { kind: 'csrf' };
  const body = parseJson(raw.text);
  const told = body === undefined ? null : readStatusCode(body);
  if (status === 401 || told === 20) return { kind: 'notAuthenticated' };
  if (told !== null && told !== 0) return fromStatusCode(told, body);
  if (status >= 200 && status < 300) return readGood(raw.text, body);
  return fromHttpStatus(status, messageOf(body));
}

function readGood(text: string, body: unknown): Answer {
  if (body !== undefined) return { kind: 'ok', body };
  // Some operations answer with nothing at all.
  if (text.trim() === '') return { kind: 'ok', body: null };
  return looksLikeHtml.test(text) ? { kind: 'notOurServer' } : { kind: 'garbled' };
}

function fromStatusCode(code: number, body: unknown): Answer {
  const serverSays = messageOf(body);
  switch (code) {
    case 3:
    case 5:
      return { kind: 'forbidden', serverSays };
    case 4:
      return { kind: 'fault', isVouchedFor: true, serverSays };
    case 6:
      return { kind: 'notFound', serverSays };
    case 7:
      return { kind: 'partly', body, serverSays };
    case 8:
      return { kind: 'passwordChange' };
    case 9:
      return { kind: 'incomplete', serverSays };
    default:
      return { kind: 'refused', serverSays };
  }
}

function fromHttpStatus(status: number, serverSays: string): Answer {
  if (status === 403) return { kind: 'forbidden', serverSays };
  if (status === 404 || status === 410) return { kind: 'notFound', serverSays };
  if (status >= 500) return { kind: 'fault', isVouchedFor: false, serverSays };
  return { kind: 'refused', serverSays };
}

/** The code is called `status` in one documented answer and `statusCode` everywhere else. */
function readStatusCode(body: unknown): number | null {
  const code = ownField(body, 'statusCode') ?? ownField(body, 'status');
  return typeof code === 'number' ? code : null;
}

function messageOf(body: unknown): string {
  const message = ownField(body, 'statusMessage');
  return typeof message === 'string' ? plainSentence(message) : '';
}

/** `undefined` when the text is no JSON; JSON itself has no such value. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

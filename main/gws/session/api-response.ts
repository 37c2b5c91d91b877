import type { HttpResponse } from '../http-port';
import { parseRetryAfter, type RetryHeaders } from './retry-after';
import { isRecord, ownField } from '../wire/tolerant';
import { sanitizeServerMessage } from '../translate/sanitize-server-message';

/**
 * What an HTTP answer means, read from its status and its body together, since neither is enough: the server tells most
 * refusals in the body, a balancer or portal in front of it only in the status.
 */
export type ApiResponse =
  | { readonly kind: 'ok'; readonly body: unknown }
  | { readonly kind: 'partly'; readonly body: unknown; readonly serverMessage: string }
  | { readonly kind: 'notAuthenticated' }
  | { readonly kind: 'csrf' }
  | { readonly kind: 'passwordChange' }
  | { readonly kind: 'forbidden' | 'notFound' | 'refused' | 'incomplete'; readonly serverMessage: string }
  /** `isLimit`: asked too often. `isCertainlyNotDone`: whoever wrote this never passes a request on that it refuses. */
  | {
      readonly kind: 'busy';
      readonly retryAfterMs: number | null;
      readonly isLimit: boolean;
      readonly isCertainlyNotDone: boolean;
    }
  /** `isVouchedFor`: the server itself says that it failed, which by its rules means that nothing was changed. */
  | { readonly kind: 'fault'; readonly isVouchedFor: boolean; readonly serverMessage: string }
  | { readonly kind: 'proxy' }
  | { readonly kind: 'notOurServer' }
  /** A good status with a body that cannot be read: cut off, or mangled on the way. */
  | { readonly kind: 'garbled' };

export interface RawResponse extends RetryHeaders {
  readonly status: number;
  readonly text: string;
}

const serverKinds = new Set<ApiResponse['kind']>([
  'ok',
  'partly',
  'notAuthenticated',
  'csrf',
  'passwordChange',
  'forbidden',
  'notFound',
  'refused',
  'incomplete',
]);

/** Our server itself answered, be it with a refusal; what is busy, broken or in between proves nothing. */
export function isFromServer(answer: ApiResponse): boolean {
  return serverKinds.has(answer.kind) || (answer.kind === 'fault' && answer.isVouchedFor);
}

const csrfRefusal = /csrf/i;
const nginxPage = /<title>503 Service Temporarily Unavailable<\/title>[^]*<hr><center>nginx/;
const looksLikeHtml = /^\s*(<!doctype|<html|<\?xml|<head|<body)/i;

export function readResponse(
  response: Pick<HttpResponse, 'status' | 'header'>,
  text: string,
  now: number,
): ApiResponse {
  const advice = { retryAfter: response.header('Retry-After'), date: response.header('Date') };
  return classifyResponse({ status: response.status, text, ...advice }, now);
}

/** Every REST answer is an object: a list, a word or a number is none, however well formed. */
export function readRestResponse(
  response: Pick<HttpResponse, 'status' | 'header'>,
  text: string,
  now: number,
): ApiResponse {
  const answer = readResponse(response, text, now);
  const isObject = answer.kind !== 'ok' || answer.body === null || isRecord(answer.body);
  return isObject ? answer : { kind: 'garbled' };
}

export function classifyResponse(raw: RawResponse, now: number): ApiResponse {
  const { status } = raw;
  if (status === 407) return { kind: 'proxy' };
  if (status >= 300 && status < 400) return { kind: 'notOurServer' };
  if (status === 429 || status === 503) {
    return readBusy(raw, now);
  }
  if (status === 403 && csrfRefusal.test(raw.text.slice(0, 2000))) return { kind: 'csrf' };
  const body = parseJson(raw.text);
  const told = readStatusCode(body);
  if (status === 401 || told === 20) return { kind: 'notAuthenticated' };
  if (told !== null && told !== 0) return fromStatusCode(told, body);
  if (status >= 200 && status < 300) return readGood(raw.text, body);
  return fromHttpStatus(status, messageOf(body));
}

/**
 * A 429 was refused at the door. A 503 may also be a gateway's word for a connection that broke after the request had gone
 * through it, but not where it names a time to come back, nor in nginx's own page: nginx has other words for its servers' failures.
 */
function readBusy(raw: RawResponse, now: number): ApiResponse {
  const retryAfterMs = parseRetryAfter(raw, now);
  const isLimit = raw.status === 429;
  const isCertainlyNotDone = isLimit || retryAfterMs !== null || nginxPage.test(raw.text.slice(0, 500));
  return { kind: 'busy', retryAfterMs, isLimit, isCertainlyNotDone };
}

function readGood(text: string, body: unknown): ApiResponse {
  if (body !== undefined) return { kind: 'ok', body };
  // Some operations answer with nothing at all.
  if (text.trim() === '') return { kind: 'ok', body: null };
  return looksLikeHtml.test(text) ? { kind: 'notOurServer' } : { kind: 'garbled' };
}

function fromStatusCode(code: number, body: unknown): ApiResponse {
  const serverMessage = messageOf(body);
  switch (code) {
    case 3:
    case 5:
      return { kind: 'forbidden', serverMessage };
    case 4:
      return { kind: 'fault', isVouchedFor: true, serverMessage };
    case 6:
      return { kind: 'notFound', serverMessage };
    case 7:
      return { kind: 'partly', body, serverMessage };
    case 8:
      return { kind: 'passwordChange' };
    case 9:
      return { kind: 'incomplete', serverMessage };
    default:
      return { kind: 'refused', serverMessage };
  }
}

function fromHttpStatus(status: number, serverMessage: string): ApiResponse {
  if (status === 403) return { kind: 'forbidden', serverMessage };
  if (status === 404 || status === 410) return { kind: 'notFound', serverMessage };
  if (status >= 500) return { kind: 'fault', isVouchedFor: false, serverMessage };
  return { kind: 'refused', serverMessage };
}

/** Stands for an error that came without a number. */
const unnumbered = -1;
const saysError = /^(?:error|fail|failed|failure)$/i;
const saysSuccess = /^(?:ok|success|succeeded)$/i;

/**
 * The code is called `status` in one documented answer and `statusCode` everywhere else; some servers quote it. An older dialect
 * says `"status": "error"` and no number.
 */
function readStatusCode(body: unknown): number | null {
  const code = ownField(body, 'statusCode') ?? null;
  const status = ownField(body, 'status') ?? null;
  const number = wholeCode(code) ?? wholeCode(status);
  if (number !== null) return number;
  // A code that cannot be read is no promise that all went well.
  if (typeof code === 'string' && code.trim() !== '' && !saysSuccess.test(code.trim())) return unnumbered;
  return typeof status === 'string' && saysError.test(status.trim()) ? unnumbered : null;
}

function wholeCode(code: unknown): number | null {
  if (typeof code === 'number') return code;
  return typeof code === 'string' && /^\s*-?\d{1,6}\s*$/.test(code) ? Number(code) : null;
}

/** Where the words of a refusal are, by dialect. */
const messageFields = ['statusMessage', 'errorDescription', 'errorMessage', 'error_description', 'message', 'error'];

function messageOf(body: unknown): string {
  for (const name of messageFields) {
    const message = ownField(body, name);
    if (typeof message === 'string' && message.trim() !== '') return sanitizeServerMessage(message);
  }
  return '';
}

/** `undefined` when the text is no JSON; JSON itself has no such value. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

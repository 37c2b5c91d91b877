import type { HttpResponse } from '../http-port';
import { parseRetryAfter, type RetryHeaders } from './retry-after';
import { isRecord, ownField } from '../../base/record';
import { parseJson } from './parse-json';
import { sanitizeServerMessage } from '../translate/sanitize-server-message';

/**
 * Classification of an HTTP response by status and body together. The server reports most refusals in the body; a
 * balancer or portal in front of it only in the status.
 */
export type ApiResponse =
  | { readonly kind: 'ok'; readonly body: unknown }
  | { readonly kind: 'partly'; readonly body: unknown; readonly serverMessage: string }
  | { readonly kind: 'notAuthenticated' }
  | { readonly kind: 'csrf' }
  | { readonly kind: 'passwordChange' }
  | { readonly kind: 'forbidden' | 'notFound' | 'refused' | 'incomplete'; readonly serverMessage: string }
  /** `isLimit`: a rate limit. `isCertainlyNotDone`: the sender never forwards a request that it refuses. */
  | {
      readonly kind: 'busy';
      readonly retryAfterMs: number | null;
      readonly isLimit: boolean;
      readonly isCertainlyNotDone: boolean;
    }
  /** `isVouchedFor`: the server itself reports the failure, which by its rules means that nothing changed. */
  | { readonly kind: 'fault'; readonly isVouchedFor: boolean; readonly serverMessage: string }
  | { readonly kind: 'proxy' | 'clientCertificate' }
  | { readonly kind: 'notOurServer' }
  /** The server, or what guards it, wants the person to sign in on a web page. */
  | { readonly kind: 'loginPage' }
  /** A success status with an unreadable body: cut off or corrupted on the way. */
  | { readonly kind: 'garbled' };

export interface RawResponse extends RetryHeaders {
  /** Where a redirect leads. */
  readonly location?: string | null;
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

/**
 * Returns whether our server itself responded, also with a refusal. Busy, broken or foreign responses prove nothing.
 */
export function isFromServer(answer: ApiResponse): boolean {
  return serverKinds.has(answer.kind) || (answer.kind === 'fault' && answer.isVouchedFor);
}

const csrfRefusal = /csrf/i;
const nginxPage = /<title>503 Service Temporarily Unavailable<\/title>[^]*<hr><center>nginx/;
/** A page that can sign a person in has a form, or a script or a refresh that leads to one. */
const hasWayToSignIn = /<form\b|<script\b|http-equiv\s*=\s*["']?refresh/i;
/** A page of nginx, which requires a certificate of the user or rejects the one it got. */
const certificatePage = /<title>400 (?:No required SSL certificate was sent|The SSL certificate error)<\/title>/;
const looksLikeHtml = /^\s*(<!doctype|<html|<\?xml|<head|<body)/i;

export function readResponse(
  response: Pick<HttpResponse, 'status' | 'header'>,
  text: string,
  now: number,
): ApiResponse {
  const advice = {
    retryAfter: response.header('Retry-After'),
    date: response.header('Date'),
    location: response.header('Location'),
  };
  return classifyResponse({ status: response.status, text, ...advice }, now);
}

/** Every REST response is an object, so lists, strings and numbers are rejected. */
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
  if (status >= 300 && status < 400) return { kind: leadsToPage(raw.location ?? '') ? 'loginPage' : 'notOurServer' };
  if (status === 429 || status === 503) {
    return readBusy(raw, now);
  }
  if (status === 403 && csrfRefusal.test(raw.text.slice(0, 2000))) return { kind: 'csrf' };
  if (status === 400 && certificatePage.test(raw.text.slice(0, 500))) return { kind: 'clientCertificate' };
  const body = parseJson(raw.text);
  const code = readStatusCode(body);
  if (status === 401 || code === 20) return { kind: 'notAuthenticated' };
  if (code !== null && code !== 0) return fromStatusCode(code, body);
  if (status >= 200 && status < 300) return readGood(raw.text, body);
  return fromHttpStatus(status, messageOf(body));
}

/**
 * A 429 was not executed. A 503 may also come from a gateway whose connection broke after it forwarded the request.
 * It was not executed if it has a `Retry-After` or is nginx's own page, since nginx reports upstream failures with
 * other codes.
 */
function readBusy(raw: RawResponse, now: number): ApiResponse {
  const retryAfterMs = parseRetryAfter(raw, now);
  const isLimit = raw.status === 429;
  const isCertainlyNotDone = isLimit || retryAfterMs !== null || nginxPage.test(raw.text.slice(0, 500));
  return { kind: 'busy', retryAfterMs, isLimit, isCertainlyNotDone };
}

function readGood(text: string, body: unknown): ApiResponse {
  if (body !== undefined) return { kind: 'ok', body };
  // Some operations have an empty response.
  if (text.trim() === '') return { kind: 'ok', body: null };
  if (!looksLikeHtml.test(text)) return { kind: 'garbled' };
  return { kind: hasWayToSignIn.test(text.slice(0, 200_000)) ? 'loginPage' : 'notOurServer' };
}

/** A redirect to the same resource elsewhere, such as a moved server, leads to no page. */
function leadsToPage(location: string): boolean {
  const target = URL.parse(location, 'https://server.invalid/');
  return location !== '' && /^https?:$/.test(target?.protocol ?? '') && !/\/api\/v2\//.test(target?.pathname ?? '');
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

/** Stands for an error without a code. */
const unnumbered = -1;
const saysError = /^(?:error|fail|failed|failure)$/i;
const saysSuccess = /^(?:ok|success|succeeded)$/i;

/**
 * The code is named `status` in one documented response and `statusCode` in all others; some servers quote it. An
 * older format has `"status": "error"` and no number.
 */
function readStatusCode(body: unknown): number | null {
  const code = ownField(body, 'statusCode') ?? null;
  const status = ownField(body, 'status') ?? null;
  const number = wholeCode(code) ?? wholeCode(status);
  if (number !== null) return number;
  // An unreadable code is an error, not a success.
  if (typeof code === 'string' && code.trim() !== '' && !saysSuccess.test(code.trim())) return unnumbered;
  return typeof status === 'string' && saysError.test(status.trim()) ? unnumbered : null;
}

function wholeCode(code: unknown): number | null {
  if (typeof code === 'number') return code;
  return typeof code === 'string' && /^\s*-?\d{1,6}\s*$/.test(code) ? Number(code) : null;
}

/** Fields that may hold the message of a refusal, by server version. */
const messageFields = ['statusMessage', 'errorDescription', 'errorMessage', 'error_description', 'message', 'error'];

function messageOf(body: unknown): string {
  for (const name of messageFields) {
    const message = ownField(body, name);
    if (typeof message === 'string' && message.trim() !== '') return sanitizeServerMessage(message);
  }
  return '';
}

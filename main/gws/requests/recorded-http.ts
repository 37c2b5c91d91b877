import type { Mode, SentRequest } from '../../../preload/contract';
import { HttpFailure, type Http, type HttpRequest } from '../http-port';
import { modeNamed } from '../vendor-operations';
import { dependsOnMode, noticeOf } from './noticed-by';

/** Records a request when it leaves. Returns how to report that no response arrived. */
export type RecordRequest = (sent: SentRequest) => (outcome: 'notSent' | 'unknown') => void;

/**
 * Records every request that this port sends. It wraps the port of the network itself, behind the budget and every
 * retry, so it sees what leaves rather than what a command meant. Neither contents nor queries are recorded.
 */
export function recordRequests(http: Http, record: RecordRequest): Http {
  return {
    send: async (request) => {
      const reportFailure = record(describeRequest(request));
      try {
        return await http.send(request);
      } catch (cause) {
        reportFailure(cause instanceof HttpFailure && cause.isCertainlyNotSent ? 'notSent' : 'unknown');
        throw cause;
      }
    },
    signInOnPage: (request) => http.signInOnPage?.(request) ?? Promise.resolve({ kind: 'unreachable' }),
    signOutOnPage: (serverUrl) => http.signOutOnPage?.(serverUrl) ?? Promise.resolve(),
    closeIdleConnections: () => http.closeIdleConnections?.() ?? Promise.resolve(),
    forget: () => http.forget(),
  };
}

/** Returns what a request does, without its content. */
export function describeRequest({ method, url, body }: HttpRequest): SentRequest {
  const path = resourcePath(url);
  const parts = partsOf(body);
  const operations = parts.map((part) => textIn(part, 'operationName') ?? textIn(part, 'channel'));
  const notices = parts.map((part, at) =>
    noticeOf({ method, path, operation: operations[at] ?? null, mode: modeIn(part) }),
  );
  const [, chatId] = /\/(?:chats|smssessions)\/([^/]+)/.exec(path) ?? [];
  const names = operations.filter((operation) => operation !== null);
  return {
    method,
    path,
    operations: names,
    noticedBy: order.find((notice) => notices.includes(notice)) ?? 'unknown',
    dependsOnMode: names.some(dependsOnMode),
    chatId: chatId === undefined ? null : decoded(chatId),
    mode: parts.length === 1 ? modeIn(parts[0]) : null,
  };
}

/** The most noticeable message of a request counts. */
const order = ['unknown', 'everyone', 'agents', 'noOne'] as const;

function resourcePath(url: string): string {
  const { pathname } = new URL(url);
  const marker = '/api/v2';
  const at = pathname.indexOf(marker);
  return at < 0 ? pathname : pathname.slice(at + marker.length);
}

/** Returns the Bayeux messages of a body, or the operation in it, or one part that says neither. */
function partsOf(body: string | null): readonly unknown[] {
  if (body === null || body === '') return [null];
  try {
    const parsed: unknown = JSON.parse(body);
    return Array.isArray(parsed) ? (parsed as readonly unknown[]) : [parsed];
  } catch {
    return [{ operationName: 'unreadable' }]; // On no list, so `unknown`.
  }
}

function textIn(part: unknown, key: string): string | null {
  if (typeof part !== 'object' || part === null) return null;
  const value: unknown = Reflect.get(part, key);
  return typeof value === 'string' ? value : null;
}

function modeIn(part: unknown): Mode | null {
  return modeNamed(textIn(part, 'supervisorVisibilityMode'));
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../../base/clock';
import type { Stream } from '../bayeux/stream';
import { StatusCode } from '../contact-centre/operation-result';
import type { CentreState } from '../contact-centre/centre-state';
import { faultReply, corruptReply } from '../faults/replies';
import type { FaultRegistry, FaultRule } from '../faults/rules';
import { Parameters } from '../contact-centre/parameters';
import { routeRequest } from '../rest/router';
import type { AuthOptions } from '../sign-in/authentication';
import { authenticate, CSRF_HEADER } from '../sign-in/authentication';
import type { Session } from '../sign-in/sessions';
import type { WireFormat } from '../wire/wire-format';
import { bodyRefusal, notJson } from './body-refusal';
import type { Reply } from './reply';
import { internalError, parseJson, readBody, replyWith, send } from './reply';
import type { RequestLog } from './request-log';

export interface RequestHandlerOptions {
  readonly centre: CentreState;
  readonly gate: AuthOptions;
  readonly stream: Stream;
  readonly faults: FaultRegistry;
  readonly requests: RequestLog;
  readonly dialect: () => WireFormat;
  /** Real time: a delayed response is slow for the client, whatever the scale of the simulated clock. */
  readonly clock: Clock;
  /** The control interface over HTTP, if enabled. */
  readonly control: ((method: string, path: string, request: IncomingMessage, body: unknown) => Reply) | null;
}

const API = '/api/v2';
const STREAM = `${API}/notifications`;
const CONTROL = '/practice/control/';
const VERSION = { statusCode: StatusCode.success, version: '8.5.202.96' };

interface Visit {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  readonly body: unknown;
}

/**
 * Handles every request: read the body, log it, apply faults, authenticate, then route it to a resource, the stream or the control
 * interface. An error behind it never reaches a client as a stack trace.
 */
export function createRequestHandler(
  rooms: RequestHandlerOptions,
): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    // A client that closes the connection half-way is not an error.
    response.on('error', () => undefined);
    request.on('error', () => undefined);
    receive(rooms, request, response).catch(() => {
      if (!response.headersSent) send(response, internalError);
    });
  };
}

async function receive(
  rooms: RequestHandlerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = URL.parse(request.url ?? '/', 'http://floor');
  const text = await readBody(request);
  if (text === null || url === null) {
    send(response, { status: 400, body: notJson });
    return;
  }
  const visit = { request, response, url, body: text === '' ? null : parseJson(text) };
  if (rooms.control !== null && url.pathname.startsWith(CONTROL)) {
    send(response, rooms.control(request.method ?? 'GET', url.pathname.slice(CONTROL.length), request, visit.body));
    return;
  }
  const operations = operationsIn(visit.body);
  const rule = rooms.faults.nextFault({ target: isStream(url) ? 'stream' : 'rest', path: url.pathname, operations });
  if (rule?.kind === 'delay') {
    rooms.clock.after(rule.milliseconds ?? 1000, () => {
      serveSafely(rooms, visit);
    });
  } else if (rule !== null && strikeBefore(rule, response)) {
    record(rooms, visit, null);
  } else {
    serveSafely(rooms, visit);
  }
}

/** Returns true if the exchange ends here, before anything is executed. */
function strikeBefore(rule: FaultRule, response: ServerResponse): boolean {
  switch (rule.kind) {
    case 'refuse':
      send(response, faultReply(rule));
      return true;
    case 'drop':
      response.socket?.destroy();
      return true;
    case 'blackHole':
      return true;
    case 'dropReply':
    case 'blackHoleReply':
    case 'truncate':
      corruptReply(response, rule.kind);
      return false;
    default:
      return false;
  }
}

function serveSafely(rooms: RequestHandlerOptions, visit: Visit): void {
  try {
    serve(rooms, visit);
  } catch {
    if (!visit.response.headersSent) send(visit.response, internalError);
  }
}

function isStream(url: URL): boolean {
  return url.pathname === STREAM || url.pathname.startsWith(`${STREAM}/`);
}

function operationsIn(body: unknown): string[] {
  const messages: unknown[] = Array.isArray(body) ? body : [body];
  return messages.flatMap((message) => {
    if (typeof message !== 'object' || message === null) return [];
    const { operationName, channel } = message as Record<string, unknown>;
    const operation = operationName ?? channel;
    return typeof operation === 'string' ? [operation] : [];
  });
}

function serve(rooms: RequestHandlerOptions, visit: Visit): void {
  const { request, response, url, body } = visit;
  const method = request.method ?? 'GET';
  if (url.pathname === `${API}/diagnostics/version`) {
    record(rooms, visit, null);
    send(response, { status: 200, body: VERSION });
    return;
  }
  const admission = authenticate(request, rooms.gate);
  record(rooms, visit, admission.isAdmitted ? admission.session : null);
  if (!admission.isAdmitted) {
    send(response, admission);
    return;
  }
  const { session } = admission;
  if (isStream(url)) {
    serveStream(rooms, visit, session);
    return;
  }
  if (admission.isNew) response.setHeader('Set-Cookie', `JSESSIONID=${session.id}; Path=/; HttpOnly`);
  if (rooms.gate.quirks().csrf) {
    response.setHeader('X-CSRF-HEADER', CSRF_HEADER);
    response.setHeader(CSRF_HEADER, session.csrfToken);
  }
  const refusal = bodyRefusal({ method, contentType: request.headers['content-type'], body });
  if (refusal !== null) {
    send(response, replyWith(refusal));
    return;
  }
  const path = url.pathname.startsWith(API) ? url.pathname.slice(API.length) : url.pathname;
  const { centre } = rooms;
  const parameters = new Parameters(isRecord(body) ? body : {});
  const { sessions } = rooms.gate;
  const { person } = session;
  const call = {
    method,
    query: url.searchParams,
    parameters,
    person,
    session,
    sessions,
    centre,
    dialect: rooms.dialect(),
  };
  send(response, replyWith(routeRequest(path, call)));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function serveStream(rooms: RequestHandlerOptions, { request, response, body }: Visit, session: Session): void {
  const messages: readonly unknown[] = Array.isArray(body) ? body : [body];
  if (request.method !== 'POST' || messages.length === 0 || !messages.every(isRecord)) {
    send(response, { status: 400, body: notJson });
    return;
  }
  const from = { userId: session.person.id, httpSessionId: session.id };
  rooms.stream.receive(request, response, from, messages);
}

function record(rooms: RequestHandlerOptions, { request, url, body }: Visit, session: Session | null): void {
  const operations = operationsIn(body);
  for (const operation of operations.length === 0 ? [null] : operations) {
    rooms.requests.add({
      at: rooms.clock.now(),
      method: request.method ?? 'GET',
      path: url.pathname,
      operation,
      sessionId: session?.id ?? null,
      userName: session?.person.userName ?? null,
    });
  }
}

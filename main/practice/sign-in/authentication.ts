import type { IncomingMessage } from 'node:http';
import { refuse, StatusCode } from '../contact-centre/operation-result';
import type { Person } from '../contact-centre/model';
import type { Quirks } from '../wire/quirks';
import type { Session, Sessions } from './sessions';

export type AuthResult =
  | { readonly isAdmitted: true; readonly session: Session; readonly isNew: boolean }
  | { readonly isAdmitted: false; readonly status: number; readonly body: unknown };

export interface AuthOptions {
  readonly sessions: Sessions;
  quirks(): Quirks;
  personByUserName(userName: string): Person | null;
}

const accessDenied = refuse(StatusCode.notAuthenticated, 'Access denied. Please provide valid credentials.');
const csrfText = 'Missing or invalid Csrf token';
export const CSRF_HEADER = 'X-CSRF-TOKEN';

function cookie(request: IncomingMessage, name: string): string | null {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return null;
}

interface Credentials {
  readonly userName: string;
  readonly password: string;
}

function basicCredentials(request: IncomingMessage): Credentials | null {
  const encoded = /^Basic\s+([\w+/=-]+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (encoded === undefined) return null;
  const decoded = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = decoded.indexOf(':');
  return colon < 0 ? null : { userName: decoded.slice(0, colon), password: decoded.slice(colon + 1) };
}

/**
 * Authenticates a request. A live session cookie is enough; otherwise credentials open a new session. Wrong credentials are refused even
 * with a live session. A write also needs the session's token.
 */
export function authenticate(request: IncomingMessage, rules: AuthOptions): AuthResult {
  const isWrite = request.method !== 'GET' && request.method !== 'HEAD';
  const sessionId = cookie(request, 'JSESSIONID');
  const credentials = basicCredentials(request);
  const person = credentials === null ? null : personWith(credentials, rules);
  if (credentials !== null && person === null) return { isAdmitted: false, status: 401, body: accessDenied };
  const live = rules.sessions.use(sessionId);
  const isHeld = live !== null && (person === null || live.person === person);
  if (!isHeld && isWrite && rules.quirks().csrf && (person !== null || rules.quirks().expiredWriteAnswersCsrf)) {
    return { isAdmitted: false, status: 403, body: csrfText };
  }
  if (!isHeld && person === null) return { isAdmitted: false, status: 401, body: accessDenied };
  const session = isHeld ? live : rules.sessions.open(person ?? impossible());
  if (isWrite && rules.quirks().csrf && request.headers[CSRF_HEADER.toLowerCase()] !== session.csrfToken) {
    return { isAdmitted: false, status: 403, body: csrfText };
  }
  return { isAdmitted: true, session, isNew: !isHeld };
}

function personWith(credentials: Credentials, rules: AuthOptions): Person | null {
  const person = rules.personByUserName(credentials.userName);
  return person?.password === credentials.password ? person : null;
}

function impossible(): never {
  throw new Error('authenticated request without a session');
}

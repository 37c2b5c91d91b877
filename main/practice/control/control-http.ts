import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Clock } from '../../base/clock';
import type { Reply } from '../http/reply';
import { controlCalls } from './control-calls';
import type { PracticeControl } from './practice-control';
import { ControlRefusal } from './practice-control';

const CONTROL_TOKEN_HEADER = 'X-Practice-Token';

/** These cut the connection of the request itself, so they run after the response is sent. */
const AFTER_THE_ANSWER = ['dropConnections', 'restart'];
const ANSWER_MS = 50;

function isFromHere(request: IncomingMessage): boolean {
  const address = request.socket.remoteAddress ?? '';
  return address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.');
}

/** Compares digests, so that timing reveals neither length nor content. */
function isSame(given: string, token: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}

const refused = (status: number, error: string): Reply => ({ status, body: { ok: false, error } });

export function createControlRoutes(control: PracticeControl, token: string, clock: Clock) {
  const calls = controlCalls(control);
  return (method: string, name: string, request: IncomingMessage, body: unknown): Reply => {
    if (!isFromHere(request)) return refused(403, 'the control interface answers this machine only');
    const given = request.headers[CONTROL_TOKEN_HEADER.toLowerCase()];
    if (token === '' || typeof given !== 'string' || !isSame(given, token)) {
      return refused(401, `send the control token in ${CONTROL_TOKEN_HEADER}`);
    }
    const call = Object.hasOwn(calls, name) ? calls[name] : undefined;
    if (call === undefined) return refused(404, `no such control: ${name}`);
    if (method !== 'POST') return refused(405, 'controls are called with POST');
    const argument = call.schema.safeParse(body ?? {});
    if (!argument.success)
      return refused(400, argument.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '));
    if (AFTER_THE_ANSWER.includes(name)) {
      clock.after(ANSWER_MS, () => {
        // The port may be taken by then. The response is already sent, and the next request fails anyway.
        Promise.resolve(call.run(argument.data)).catch(() => undefined);
      });
      return { status: 200, body: { ok: true, value: null } };
    }
    try {
      return { status: 200, body: { ok: true, value: call.run(argument.data) ?? null } };
    } catch (cause) {
      if (cause instanceof ControlRefusal) return refused(409, cause.message);
      throw cause;
    }
  };
}

import type { LiveConsole } from './live-console';
import { pause } from './within-deadline';

type Strike = (client: LiveConsole) => Promise<void> | void;

const rule =
  (fault: Parameters<LiveConsole['floor']['control']['injectFault']>[0]): Strike =>
  (client) => {
    client.floor.control.injectFault(fault);
  };

const line =
  (state: 'refuse' | 'reset' | 'blackHole' | 'swallow' | 'cut', milliseconds: number): Strike =>
  async (client) => {
    await client.proxy.become(state);
    await pause(milliseconds);
    await client.proxy.become('pass');
  };

/**
 * Clears the effects of earlier faults, which may be many on a slow machine. If the only sign-in attempt lost its response, the console
 * would correctly ask the user, and there is none.
 */
const afterRecovery =
  (strike: Strike): Strike =>
  (client) => {
    client.floor.control.clearFaults();
    return strike(client);
  };

/**
 * One after the other, so that the two that cost the session come once per round: a console must give up on a server that forgets its
 * sessions more than three times a minute.
 */
export const soakFaults: readonly (readonly [string, Strike])[] = [
  ['every connection breaks', (client) => client.floor.control.dropConnections()],
  ['the next notifications come twice', rule({ kind: 'duplicate', times: 50 })],
  ['the stream is forgotten', (client) => client.floor.control.forgetStream()],
  ['the next notifications come out of order', rule({ kind: 'reorder', times: 20 })],
  ['the line is dead for a while', line('blackHole', 3_000)],
  ['the next answers are cut off', rule({ kind: 'truncate', on: 'everything', times: 4 })],
  ['all sessions are forgotten', afterRecovery((client) => client.floor.control.forgetSessions())],
  ['the next notifications come late', rule({ kind: 'late', milliseconds: 1_500, times: 50 })],
  ['the server is busy', rule({ kind: 'refuse', status: 503, retryAfterSeconds: 1, times: 3 })],
  ['the token is stale', (client) => client.floor.control.expireCsrf()],
  ['answers are lost on the way', line('swallow', 2_000)],
  ['the server restarts', afterRecovery((client) => client.floor.control.restart({ downMs: 800 }))],
  ['the line breaks in the middle of answers', line('cut', 1_000)],
  ['polls go unanswered', rule({ kind: 'blackHole', on: 'stream', times: 1 })],
  ['nobody listens for a moment', line('refuse', 1_500)],
];

import { describe, expect, it } from 'vitest';
import catalogue from '../../../../renderer/locales/en.json';
import type { HttpRequest } from '../../../../main/gws/http-port';
import { FakeConsole } from '../../../support/gws/fake-console';
import { operationOf, type FakeGws, type Fault } from '../../../support/gws/fake-gws';

interface Trouble {
  readonly meets: string;
  readonly fault: Fault | ((server: FakeGws) => void);
  readonly reason: keyof typeof catalogue.connection.reason;
  /**
   * `retry`: the same stream continues. `handshake`: a new stream in the same session. `renew`: a new session by one use of the
   * credentials. `token`: only a new token. `wait`: not before the time the server gave. `rest`: no attempt for ten seconds. `person`: the
   * user has to sign in.
   */
  readonly behaviour: 'retry' | 'handshake' | 'renew' | 'token' | 'wait' | 'rest' | 'person';
}

const reply = (advice: object) => (server: FakeGws) => {
  server.bayeux.nextPollReply = { successful: false, error: '402::Unknown client', advice };
};
/** The next poll response starts and never ends. */
function drip(server: FakeGws): void {
  const send = server.send.bind(server);
  let isNext = true;
  server.send = async (request) => {
    const response = await send(request);
    if (!isNext || !request.url.endsWith('/connect')) return response;
    isNext = false;
    return { ...response, text: () => new Promise<string>(() => undefined) };
  };
}

const soon = (console: FakeConsole): string => new Date(console.clock.now() + 20_000).toUTCString();

const troubles: readonly Trouble[] = [
  {
    meets: 'a server of another kind',
    fault: { answer: { body: { hello: 1 } } },
    reason: 'notOurServer',
    behaviour: 'retry',
  },
  { meets: '404', fault: { answer: { status: 404 } }, reason: 'notOurServer', behaviour: 'retry' },
  { meets: 'a portal page', fault: { answer: { body: '<html>Wifi</html>' } }, reason: 'portal', behaviour: 'retry' },
  { meets: 'a redirect', fault: { answer: { status: 302 } }, reason: 'portal', behaviour: 'retry' },
  { meets: '407', fault: { answer: { status: 407 } }, reason: 'proxy', behaviour: 'retry' },
  { meets: 'a bad certificate', fault: { failure: 'certificate' }, reason: 'certificate', behaviour: 'retry' },
  { meets: '401', fault: (server) => server.expireSession(), reason: 'sessionLost', behaviour: 'renew' },
  { meets: '402', fault: reply({ reconnect: 'handshake' }), reason: 'streamForgotten', behaviour: 'handshake' },
  { meets: '403 for a stale token', fault: (server) => server.expireToken(), reason: 'tokenStale', behaviour: 'token' },
  { meets: '403', fault: { answer: { status: 403, body: {} } }, reason: 'forbidden', behaviour: 'retry' },
  {
    meets: '429',
    fault: { answer: { status: 429, headers: { 'retry-after': '20' } } },
    reason: 'serverBusy',
    behaviour: 'wait',
  },
  {
    meets: '503',
    fault: { answer: { status: 503, headers: { 'retry-after': '20' } } },
    reason: 'serverBusy',
    behaviour: 'wait',
  },
  {
    meets: '503 with a date',
    fault: { answer: { status: 503, headers: { 'retry-after': 'date' } } },
    reason: 'serverBusy',
    behaviour: 'wait',
  },
  { meets: '500', fault: { answer: { status: 500 } }, reason: 'serverError', behaviour: 'retry' },
  {
    meets: '502',
    fault: { answer: { status: 502, body: '<html>Bad gateway</html>' } },
    reason: 'serverError',
    behaviour: 'retry',
  },
  { meets: 'a refused connection', fault: { failure: 'refused' }, reason: 'serverUnreachable', behaviour: 'retry' },
  { meets: 'no such name', fault: { failure: 'dns' }, reason: 'networkDown', behaviour: 'retry' },
  { meets: 'a reset', fault: { failure: 'reset' }, reason: 'connectionLost', behaviour: 'retry' },
  { meets: 'a hang', fault: { hang: true }, reason: 'noAnswer', behaviour: 'retry' },
  { meets: 'a slow drip', fault: drip, reason: 'noAnswer', behaviour: 'retry' },
  { meets: 'cut off JSON', fault: { answer: { body: '[{"channel":"/meta/c' } }, reason: 'garbled', behaviour: 'retry' },
  { meets: 'too large a response', fault: { failure: 'tooLarge' }, reason: 'connectionLost', behaviour: 'handshake' },
  { meets: 'advice none', fault: reply({ reconnect: 'none' }), reason: 'serverStopped', behaviour: 'rest' },
  {
    meets: '401 and another password',
    fault: (server) => {
      server.password = 'changed';
      server.expireSession();
    },
    reason: 'credentialsRefused',
    behaviour: 'person',
  },
];

describe('stream errors', () => {
  it.each(troubles)(
    'reports $reason and applies $behaviour when it meets $meets',
    async ({ fault, reason, behaviour }) => {
      const console = await new FakeConsole().goLive();
      const handshakesBefore = console.server.bayeux.handshakes;
      const mark = console.sink.mark();
      if (typeof fault === 'function') fault(console.server);
      else console.server.trapOperation('/meta/connect', dated(fault, console));
      console.server.bayeux.wakePolls();
      await console.pass(8_000);
      expect(console.sink.isLive).toBe(!['wait', 'rest', 'person'].includes(behaviour));
      await console.pass(32_000);
      expect(console.sink.isLive).toBe(behaviour !== 'person');
      const calls = console.sink.since(mark);
      const reasons = calls.flatMap((one) => (one.what === 'connection' ? [one.connection.reason] : []));
      expect(reasons).toContain(reason);
      expect(catalogue.connection.reason[reason]).toMatch(/\.$/);
      const handshakes = console.server.bayeux.handshakes - handshakesBefore;
      expect(handshakes).toBe(['handshake', 'renew', 'rest'].includes(behaviour) ? 1 : 0);
      expect(console.server.credentialAttempts()).toBe(['renew', 'person'].includes(behaviour) ? 2 : 1);
    },
  );

  it('opens a new stream when the server repeats what cannot be read', async () => {
    const console = await new FakeConsole().goLive();
    const { server } = console;
    const [send, handshakesBefore] = [server.send.bind(server), server.bayeux.handshakes];
    server.send = async (request) => {
      const response = await send(request);
      const isRepeated = operationOf(request) === '/meta/connect' && server.bayeux.handshakes === handshakesBefore;
      return isRepeated ? { ...response, text: () => Promise.resolve('[{"channel":"/meta/c') } : response;
    };
    server.bayeux.wakePolls();
    await console.pass(60_000);
    expect(server.bayeux.handshakes - handshakesBefore).toBe(1);
    expect(console.sink.isLive).toBe(true);
  });

  it('recovers when an error meets a poll and then the subscription, and the poll takes longer', async () => {
    const console = new FakeConsole();
    const refused = { answer: { status: 403, body: 'Missing or invalid Csrf token' } };
    // The sign-in itself also asks once without the password, before it sends it.
    const isRepair = ({ method, url, headers }: HttpRequest): boolean =>
      console.server.credentialAttempts() > 0 &&
      method === 'GET' &&
      url.endsWith('/me') &&
      headers['Authorization'] === undefined;
    console.server.trapOperation('/meta/connect', refused);
    console.server.trapOperation('/meta/subscribe', refused);
    console.server.trapWhere(isRepair, refused);
    const send = console.server.send.bind(console.server);
    let repairs = 0;
    console.server.send = async (request) => {
      if (isRepair(request)) repairs += 1;
      const waitMs = request.body?.includes('/meta/subscribe') === true ? 10 : isRepair(request) ? 200 : 0;
      if (waitMs > 0) await new Promise<void>((resolve) => void console.clock.after(waitMs, resolve));
      return send(request);
    };
    await console.signIn();
    await console.pass(60_000);
    expect(repairs).toBeGreaterThan(1);
    expect(console.sink.isLive).toBe(true);
  });

  it('has a distinct reason for each', () => {
    const sentences = Object.values(catalogue.connection.reason);
    expect(new Set(sentences).size).toBe(sentences.length);
  });
});

function dated(fault: Fault, console: FakeConsole): Fault {
  const isDated = 'answer' in fault && fault.answer.headers?.['retry-after'] === 'date';
  return isDated ? { answer: { status: 503, headers: { 'retry-after': soon(console) } } } : fault;
}

import { describe, expect, it } from 'vitest';
import { FakeConsole } from '../../../support/gws/fake-console';
import { operationOf, untilAborted } from '../../../support/gws/fake-gws';
import { newMessage } from '../../../support/gws/new-message';

describe('the stream over an unreliable network', () => {
  it('detects a dead connection within 13 s, and never reports it live after 15', async () => {
    const console = await new FakeConsole().goLive();
    const mark = console.sink.mark();
    console.server.trapWhere(() => true, { hang: true }, 1_000);
    await console.pass(10_000);
    const lastGood = console.sink.connection!.lastSuccessAt!;
    await console.pass(lastGood + 13_000 - console.clock.now());
    expect(console.sink.connection).toMatchObject({ phase: 'interrupted', reason: 'noAnswer' });
    await console.pass(4_000);
    expect(console.sink.connection).toMatchObject({ phase: 'stale', reason: 'noAnswer' });
    console.server.clearTraps();
    await console.pass(30_000);
    expect(console.sink.isLive).toBe(true);
    for (const call of console.sink.since(mark)) {
      if (call.what === 'connection' && call.connection.phase === 'stale')
        expect(call.connection.lastSuccessAt).toBe(lastGood);
    }
  });

  it('detects one dead connection and closes the idle ones', async () => {
    const console = new FakeConsole();
    const { server } = console;
    await console.goLive();
    let deadLines = 6;
    const send = server.send.bind(server);
    server.send = (request) => {
      if (deadLines === 0) return send(request);
      deadLines -= 1;
      return untilAborted(request);
    };
    server.closeIdleConnections = () => {
      deadLines = 0;
      return Promise.resolve();
    };
    server.bayeux.wakePolls();
    await console.pass(15_000);
    expect(console.sink.phases).toContain('interrupted/noAnswer');
    expect(console.sink.isLive).toBe(true);
  });

  it('closes idle connections also when the session could not be checked over them', async () => {
    const console = new FakeConsole();
    const { server } = console;
    await console.goLive();
    server.expireSession();
    let deadLines = 6;
    const send = server.send.bind(server);
    server.send = (request) => {
      if (deadLines === 0 || request.method === 'POST') return send(request);
      deadLines -= 1;
      return untilAborted(request);
    };
    server.closeIdleConnections = () => {
      deadLines = 0;
      return Promise.resolve();
    };
    server.bayeux.wakePolls();
    await console.pass(18_000);
    expect(console.sink.isLive).toBe(true);
    expect(console.server.credentialAttempts()).toBe(2);
  });

  it('drops the poll at once on resume, and is live with a new poll', async () => {
    const console = await new FakeConsole().goLive();
    console.server.trapOperation('/meta/connect', { hang: true });
    console.server.bayeux.wakePolls();
    await console.pass(10);
    const before = console.server.pollCount();
    console.clock.jumpWall(3_600_000);
    console.genesys.wake('resumed');
    await console.pass(500);
    expect(console.server.pollCount()).toBeGreaterThan(before);
    expect(console.sink.isLive).toBe(true);
    expect(console.sink.connection!.lastSuccessAt).toBeGreaterThan(console.clock.now() - 1_000);
  });

  it('does not report live after a sleep until the next successful exchange', async () => {
    for (const notice of ['operating system', 'own tick'] as const) {
      const console = await new FakeConsole().goLive();
      await console.pass(3_000);
      console.server.trapWhere(() => true, { hang: true }, 1_000);
      console.clock.jumpWall(3_600_000);
      if (notice === 'operating system') console.genesys.wake('resumed');
      else await console.pass(1_000);
      expect(console.sink.connection?.phase).toBe('stale');
      const mark = console.sink.mark();
      await console.pass(20_000);
      expect(console.sink.since(mark)).not.toContainEqual(
        expect.objectContaining({ connection: expect.objectContaining({ phase: 'live' }) as unknown }),
      );
      console.server.clearTraps();
      await console.pass(40_000);
      expect(console.sink.isLive).toBe(true);
    }
  });

  it('does not report live after a sleep between two polls', async () => {
    const console = await new FakeConsole().goLive();
    console.server.bayeux.nextPollReply = { advice: { reconnect: 'retry', interval: 4_000 } };
    console.server.bayeux.wakePolls();
    await console.pass(1_000);
    const before = console.server.pollCount();
    console.clock.jumpWall(3_600_000);
    console.genesys.wake('resumed');
    expect(console.sink.connection).toMatchObject({ phase: 'stale', reason: 'noAnswer' });
    expect(console.server.pollCount()).toBe(before);
    await console.pass(14_500);
    expect(console.sink.isLive).toBe(true);
  });

  it('detects a sleep without an event of the system', async () => {
    const console = await new FakeConsole().goLive();
    const before = console.server.pollCount();
    console.clock.jumpWall(60_000);
    await console.pass(1_200);
    expect(console.server.pollCount()).toBeGreaterThan(before + 1);
    expect(console.sink.isLive).toBe(true);
  });

  it('does not report live after a sleep that no clock shows, with the wall clock set back before', async () => {
    const console = await new FakeConsole().goLive();
    console.clock.jumpWall(-86_400_000);
    console.server.trapOperation('/meta/connect', { answer: { status: 503 } }, 1_000);
    await console.pass(1_000);
    // A minute of sleep on a machine whose monotonic clock does not count it.
    console.clock.jumpWall(60_000);
    await console.pass(1_000);
    expect(console.sink.connection?.phase).toBe('stale');
    console.server.clearTraps();
    await console.pass(60_000);
    expect(console.sink.isLive).toBe(true);
  });

  it('never has two polls in flight', async () => {
    const console = await new FakeConsole().goLive();
    let open = 0;
    let most = 0;
    const send = console.server.send.bind(console.server);
    console.server.send = async (request) => {
      if (!request.url.endsWith('/connect')) return send(request);
      open += 1;
      most = Math.max(most, open);
      request.signal?.addEventListener(
        'abort',
        () => {
          open -= 1;
        },
        { once: true },
      );
      return send(request);
    };
    for (let round = 0; round < 10; round += 1) {
      console.genesys.wake('networkBack');
      await console.pass(700);
    }
    console.server.bayeux.forgetSessions();
    await console.pass(5_000);
    expect(most).toBe(1);
  });

  it('lets the network repeat a poll, but never an operation', async () => {
    const console = new FakeConsole();
    const repeatable = new Map<string, boolean>();
    const send = console.server.send.bind(console.server);
    console.server.send = (request) => {
      if (request.method === 'POST') repeatable.set(operationOf(request) ?? '', request.mayRepeat === true);
      return send(request);
    };
    await console.goLive();
    await console.genesys.operate('sendToEveryone', { id: 'c1', medium: 'chat' }, { text: 'once' });
    expect(Object.fromEntries(repeatable)).toEqual({
      '/meta/handshake': true,
      '/meta/subscribe': true,
      '/meta/connect': true,
      SendMessage: false,
    });
  });

  it('reports that the server stopped it, rests, and reconnects', async () => {
    const console = await new FakeConsole().goLive();
    console.server.bayeux.nextPollReply = { advice: { reconnect: 'none' } };
    console.server.bayeux.wakePolls();
    await console.pass(9_000);
    expect(console.sink.connection).toMatchObject({ reason: 'serverStopped' });
    expect(console.server.bayeux.handshakes).toBe(1);
    await console.pass(4_000);
    expect(console.server.bayeux.handshakes).toBe(2);
    expect(console.sink.isLive).toBe(true);
  });

  it.each([
    ['portal', 'offline', { answer: { body: '<html>Please sign in to the wifi</html>' } }],
    ['portal', 'offline', { answer: { status: 302, headers: { location: 'https://portal.test/' } } }],
    ['proxy', 'offline', { answer: { status: 407 } }],
    ['certificate', 'offline', { failure: 'certificate' as const }],
    ['serverUnreachable', 'offline', { failure: 'refused' as const }],
    ['networkDown', 'offline', { failure: 'dns' as const }],
    ['serverError', 'stale', { answer: { status: 500, body: 'oops' } }],
    ['garbled', 'stale', { answer: { body: '[{"channel":"/meta/conn' } }],
    ['notOurServer', 'offline', { answer: { body: [] } }],
    ['connectionLost', 'stale', { failure: 'reset' as const }],
  ])('reports %s, %s, and uses no credentials, for %o', async (reason, phase, fault) => {
    const console = await new FakeConsole().goLive();
    console.server.trapWhere((request) => request.url.includes('/notifications'), fault, 1_000);
    console.server.bayeux.wakePolls();
    await console.pass(16_000);
    expect(console.sink.connection).toMatchObject({ phase, reason });
    expect(console.server.credentialAttempts()).toBe(1);
    console.server.clearTraps();
    await console.pass(20_000);
    expect(console.sink.isLive).toBe(true);
  });

  it('continues with a new token when only the token was refused', async () => {
    const console = await new FakeConsole().goLive();
    console.server.expireToken();
    console.server.bayeux.wakePolls();
    await console.pass(2_000);
    expect(console.sink.isLive).toBe(true);
    expect(console.server.bayeux.handshakes).toBe(1);
    expect(console.server.credentialAttempts()).toBe(1);
  });

  it('leaves no global window behind', async () => {
    const console = new FakeConsole();
    const found: boolean[] = [];
    const applyEvents = console.sink.applyEvents.bind(console.sink);
    console.sink.applyEvents = (events) => {
      found.push('window' in globalThis);
      applyEvents(events);
    };
    await console.goLive();
    console.server.bayeux.publish(newMessage(1, 'look around'));
    await console.pass(1);
    expect(found).toEqual([false]);
    expect('window' in globalThis).toBe(false);
  });

  it('ignores nonsensical advice of a server', async () => {
    const console = new FakeConsole();
    console.server.bayeux.handshakeAdvice = {
      reconnect: 'retry',
      interval: 'soon',
      timeout: { a: 1 },
      maxInterval: 1e300,
    };
    await console.goLive();
    await console.pass(30_000);
    expect(console.server.pollCount()).toBeGreaterThan(4);
    expect(console.server.pollCount()).toBeLessThan(12);
  });
});

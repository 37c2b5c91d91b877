import { describe, expect, it } from 'vitest';
import type { HttpRequest } from '../../../../main/gws/http-port';
import { FakeConsole } from '../../../support/gws/fake-console';

const busy = { answer: { status: 503, body: '<html>Busy</html>' } };
const isStream = ({ url }: HttpRequest): boolean => url.includes('/notifications');
const send = (console: FakeConsole) =>
  console.genesys.operate('sendToEveryone', { id: 'c1', medium: 'chat' }, { text: 'hello' });
const ada = { id: 'a1', userName: 'ada', firstName: 'Ada', channels: [] };

describe('a server that refuses every request while its stream works', () => {
  it('is not live within seconds of the first refusal, and live again once it answers', async () => {
    const console = await new FakeConsole().goLive();
    console.server.trapWhere((request) => !isStream(request), busy, Number.POSITIVE_INFINITY);
    void send(console);
    await console.pass(12_000);
    expect(console.sink.connection).toMatchObject({ phase: 'stale', reason: 'requestsRefused' });
    expect(console.sink.connection?.sources?.requests.failingSince).not.toBeNull();
    const handshakes = console.server.bayeux.handshakes;
    await console.pass(60_000);
    expect(console.sink.connection).toMatchObject({ phase: 'stale', reason: 'requestsRefused' });
    expect(console.server.bayeux.handshakes).toBe(handshakes);
    console.server.clearTraps();
    await console.pass(31_000);
    expect(console.sink.isLive).toBe(true);
    expect(console.sink.connection?.sources?.requests.failingSince).toBeNull();
  });

  it('stays live for fifteen seconds when all refusals are rate limits', async () => {
    const console = await new FakeConsole().goLive();
    console.server.trapWhere((request) => !isStream(request), { answer: { status: 429 } }, Number.POSITIVE_INFINITY);
    void send(console);
    await console.pass(12_000);
    expect(console.sink.isLive).toBe(true);
    await console.pass(18_000);
    expect(console.sink.connection).toMatchObject({ phase: 'stale', reason: 'requestsRefused' });
  });

  it('gets few requests while it refuses', async () => {
    const console = await new FakeConsole().goLive();
    console.server.trapWhere((request) => !isStream(request), busy, Number.POSITIVE_INFINITY);
    void send(console);
    const before = console.server.seen.length;
    await console.pass(120_000);
    const asked = console.server.seen.slice(before).filter(({ path }) => !path.startsWith('/notifications'));
    expect(asked.length).toBeLessThan(60);
  });

  it('stays live when one resource is refused and others are answered', async () => {
    const console = await new FakeConsole().goLive();
    console.server.trap(/^\/chats/, busy, Number.POSITIVE_INFINITY);
    const mark = console.sink.mark();
    for (let click = 0; click < 20; click += 1) {
      void send(console);
      await console.pass(1_000);
    }
    const phases = console.sink
      .since(mark)
      .flatMap((call) => (call.what === 'connection' ? [call.connection.phase] : []));
    expect(new Set(phases)).toEqual(new Set(['live']));
  });
});

describe('a refused list of agents', () => {
  it('is reported with the time of its last read, while the chats stay live', async () => {
    const console = new FakeConsole();
    console.server.contacts = [ada];
    await console.goLive();
    await console.pass(11_000);
    const readAt = console.sink.connection?.sources?.agents.lastSuccessAt ?? 0;
    expect(readAt).toBeGreaterThan(0);
    console.server.trap(/^\/contacts/, busy, Number.POSITIVE_INFINITY);
    await console.pass(120_000);
    const { phase, sources } = console.sink.connection!;
    expect(phase).toBe('live');
    expect(sources?.agents.failingSince).not.toBeNull();
    expect(console.clock.now() - (sources?.agents.lastSuccessAt ?? 0)).toBeGreaterThan(60_000);
    console.server.clearTraps();
    await console.pass(180_000);
    expect(console.sink.connection?.sources?.agents.failingSince).toBeNull();
  });
});

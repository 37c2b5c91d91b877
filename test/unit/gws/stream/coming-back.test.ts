import { describe, expect, it } from 'vitest';
import type { HttpRequest } from '../../../../main/gws/http-port';
import { FakeConsole } from '../../../support/gws/fake-console';
import type { Fault } from '../../../support/gws/fake-gws';
import { FakeLoginPage } from '../../../support/gws/fake-login-page';
import { newMessage } from '../../../support/gws/new-message';

const chat = { id: 'c1', state: 'Chat', participants: [] };
const refused: Fault = { failure: 'refused', isCertainlyNotSent: true };

/** Every request fails like this until the faults are cleared. */
function goAway(console: FakeConsole, fault: Fault): void {
  console.server.trapWhere(() => true, fault, Number.POSITIVE_INFINITY);
  console.server.bayeux.wakePolls();
}

/** Advances until the server answered a request, and returns how long it then takes to be live. */
async function liveAfterFirstAnswer(console: FakeConsole): Promise<number> {
  const seen = console.server.seen.length;
  while (console.server.seen.length === seen) await console.pass(50);
  const answeredAt = console.clock.monotonicMs();
  for (let step = 0; step < 1_200 && !console.sink.isLive; step += 1) await console.pass(50);
  return console.sink.isLive ? console.clock.monotonicMs() - answeredAt : Number.POSITIVE_INFINITY;
}

describe('the stream after an outage', () => {
  it.each([0.05, 0.5, 0.95])(
    'handshakes soon when the first response is "unknown client", random value %d',
    async (chance) => {
      const console = await new FakeConsole().goLive();
      console.chance = chance;
      console.server.bayeux.forgetSessions();
      goAway(console, refused);
      await console.pass(45_000);
      console.server.clearTraps();
      expect(await liveAfterFirstAnswer(console)).toBeLessThan(5_000);
    },
  );

  it('signs in again soon when the first response is "not authenticated"', async () => {
    const console = await new FakeConsole().goLive();
    console.chance = 0.95;
    console.server.expireSession();
    console.server.bayeux.forgetSessions();
    goAway(console, { answer: { status: 502, body: '<html>Bad gateway</html>' } });
    await console.pass(45_000);
    console.server.clearTraps();
    const seen = console.server.seen.length;
    expect(await liveAfterFirstAnswer(console)).toBeLessThan(5_000);
    expect(console.server.credentialAttempts()).toBe(2);
    // The refusal is not asked for a second time.
    const paths = console.server.seen.slice(seen).map(({ path }) => path);
    expect(paths.slice(0, 2)).toEqual(['/notifications/handshake', '/me']);
  });

  it('reads the token again when the first response refuses it, before it repeats the request', async () => {
    const console = await new FakeConsole().goLive();
    console.server.bayeux.forgetSessions();
    goAway(console, { answer: { status: 502, body: '<html>Bad gateway</html>' } });
    await console.pass(45_000);
    console.server.expireToken();
    console.server.clearTraps();
    const seen = console.server.seen.length;
    expect(await liveAfterFirstAnswer(console)).toBeLessThan(5_000);
    const paths = console.server.seen.slice(seen).map(({ path }) => path);
    expect(paths.slice(0, 3)).toEqual(['/notifications/handshake', '/me', '/notifications/handshake']);
  });

  it('waits once when the first response is a refusal of the stream alone', async () => {
    const console = await new FakeConsole().goLive();
    console.chance = 0.05;
    goAway(console, refused);
    await console.pass(45_000);
    console.server.clearTraps();
    console.server.trapWhere(({ url }) => url.includes('/notifications'), {
      answer: { status: 403, body: { statusCode: 5, statusMessage: 'No permission' } },
    });
    expect(await liveAfterFirstAnswer(console)).toBeLessThanOrEqual(300);
  });

  it('opens the login page of the organization only after a wait that differs between consoles', async () => {
    const console = new FakeConsole();
    console.server.loginPage = new FakeLoginPage();
    await console.goLive('page');
    console.chance = 0.95;
    goAway(console, refused);
    await console.pass(45_000);
    console.server.loginPage.close();
    console.server.clearTraps();
    const seen = console.server.seen.length;
    while (console.server.seen.length === seen) await console.pass(50);
    await console.pass(1_500);
    expect(console.server.loginPage.opened).toHaveLength(1);
    await console.pass(1_500);
    expect(console.server.loginPage.opened).toHaveLength(2);
  });

  it('reconnects soon when another request is answered first', async () => {
    const console = await new FakeConsole().goLive();
    console.chance = 0.999;
    goAway(console, refused);
    await console.pass(60_000);
    console.server.clearTraps();
    const polls = console.server.bayeux.polls.length;
    await console.genesys.operate('sendToEveryone', { id: 'c1', medium: 'chat' }, { text: 'hello' });
    await console.pass(3_000);
    expect(console.server.bayeux.polls.length).toBeGreaterThan(polls);
    expect(console.sink.isLive).toBe(true);
  });

  it('does not flood a server that answers requests while its stream is down', async () => {
    const console = await new FakeConsole().goLive();
    console.server.trapWhere((request) => request.url.includes('/notifications'), refused, Number.POSITIVE_INFINITY);
    console.server.bayeux.wakePolls();
    const isPoll = ({ path }: { readonly path: string }): boolean => path.includes('/notifications');
    for (let second = 0; second < 120; second += 1) {
      void console.genesys.operate('sendToEveryone', { id: 'c1', medium: 'chat' }, { text: 'hello' });
      await console.pass(1_000);
    }
    expect(console.server.seen.filter(isPoll).length).toBeLessThan(40);
  });

  it('is live once subscribed when its first poll succeeded before the subscription', async () => {
    const console = new FakeConsole();
    const send = console.server.send.bind(console.server);
    console.server.send = async (request: HttpRequest) => {
      if (request.body?.includes('/meta/subscribe') === true)
        await new Promise<void>((resolve) => void console.clock.after(40, resolve));
      return send(request);
    };
    await console.signIn();
    await console.pass(200);
    expect(console.sink.isLive).toBe(true);
  });
});

describe('a server that ends the stream with /meta/disconnect', () => {
  const kick = async (console: FakeConsole): Promise<void> => {
    console.server.bayeux.afterPollReply = [{ channel: '/meta/disconnect', successful: true }];
    console.server.bayeux.wakePolls();
    await console.pass(2_000);
  };

  it('is reconnected without rest when entries cannot be read again', async () => {
    const console = new FakeConsole();
    console.server.chats = [chat];
    console.server.transcripts = null;
    await console.goLive();
    await kick(console);
    expect(console.sink.isLive).toBe(true);
    console.server.bayeux.publish(newMessage(1, 'line 1'));
    await console.pass(1);
    expect(console.sink.newsTexts()).toEqual(['line 1']);
  });

  it('is reconnected after a rest when they can', async () => {
    const console = new FakeConsole();
    console.server.chats = [chat];
    console.server.transcripts = { c1: [] };
    await console.goLive();
    await kick(console);
    expect(console.sink.isLive).toBe(false);
    await console.pass(10_000);
    expect(console.sink.isLive).toBe(true);
  });

  it('is not flooded when it ends every stream at once', async () => {
    const console = new FakeConsole();
    console.server.chats = [chat];
    console.server.transcripts = null;
    await console.goLive();
    const before = console.server.bayeux.handshakes;
    console.server.bayeux.everyPollReply = { successful: false, advice: { reconnect: 'none' } };
    console.server.bayeux.wakePolls();
    await console.pass(60_000);
    expect(console.server.bayeux.handshakes - before).toBeLessThan(20);
  });
});

describe('a proxy that cuts every poll of a quiet floor after 3 s', () => {
  /** Like nginx with `proxy_read_timeout 3s`: a poll without a response by then gets 504. */
  function cutAfter(console: FakeConsole, cutMs: number): void {
    const send = console.server.send.bind(console.server);
    console.server.send = async (request) => {
      if (!request.url.endsWith('/connect')) return send(request);
      const cut = new Promise<'cut'>((resolve) => void console.clock.after(cutMs, () => resolve('cut')));
      const response = await Promise.race([send(request), cut]);
      if (response !== 'cut') return response;
      return { status: 504, header: () => null, text: () => Promise.resolve('<html>Gateway time-out</html>') };
    };
  }

  it('leads to a shorter hold after a few cuts, and the connection stays live', async () => {
    const console = new FakeConsole();
    cutAfter(console, 3_000);
    await console.goLive();
    await console.pass(15_000);
    const mark = console.sink.mark();
    let liveMs = 0;
    for (let step = 0; step < 1_200; step += 1) {
      await console.pass(100);
      if (console.sink.isLive) liveMs += 100;
    }
    expect(liveMs).toBe(120_000);
    const reasons = console.sink
      .since(mark)
      .flatMap((call) => (call.what === 'connection' ? [call.connection.reason] : []));
    expect(new Set(reasons)).toEqual(new Set(['healthy']));
    expect(console.server.bayeux.polls.at(-1)?.advice?.timeout).toBe(2_400);
  });
});

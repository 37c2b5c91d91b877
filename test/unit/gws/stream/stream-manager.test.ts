import { describe, expect, it } from 'vitest';
import { FakeConsole } from '../../../support/gws/fake-console';
import { newMessage } from '../../../support/gws/new-message';

const subscriptions = (console: FakeConsole): number => console.server.count('/meta/subscribe');

describe('StreamManager', () => {
  it('proposes a shorter hold with every poll but the first, which returns at once', async () => {
    const console = await new FakeConsole().goLive();
    await console.pass(20_000);
    const [first, ...others] = console.server.bayeux.polls.map((poll) => poll.advice?.timeout);
    expect(first).toBe(0);
    expect(new Set(others)).toEqual(new Set([10_000]));
  });

  it('offers acknowledgements and acknowledges with every poll', async () => {
    const console = await new FakeConsole().goLive();
    console.server.bayeux.publish(newMessage(1, 'one'));
    await console.pass(1);
    console.server.bayeux.publish(newMessage(2, 'two'));
    await console.pass(1);
    expect(console.server.bayeux.asked[0]?.ext).toEqual({ ack: true });
    expect(console.server.bayeux.polls.map((poll) => poll.ext?.ack).slice(-3)).toEqual([0, 1, 2]);
    expect(console.sink.newsTexts()).toEqual(['one', 'two']);
  });

  it('handshakes and subscribes again when the server forgot the session, and receives messages again', async () => {
    const console = await new FakeConsole().goLive();
    console.server.bayeux.forgetSessions();
    await console.pass(1_500);
    expect(console.sink.isLive).toBe(true);
    expect(subscriptions(console)).toBe(2);
    console.server.bayeux.publish(newMessage(1, 'still here'));
    await console.pass(1);
    expect(console.sink.newsTexts()).toEqual(['still here']);
    expect(console.sink.readings.at(-1)?.mayHaveMissedEvents).toBe(true);
    expect(console.sink.calls).not.toContainEqual({ what: 'renewed' });
  });

  it('backs off when no session reaches a successful poll', async () => {
    const console = await new FakeConsole().goLive();
    const before = console.server.bayeux.handshakes;
    console.server.bayeux.everyPollReply = {
      successful: false,
      error: '402::x',
      advice: { reconnect: 'handshake', interval: 0 },
    };
    console.server.bayeux.wakePolls();
    await console.pass(60_000);
    const handshakes = console.server.bayeux.handshakes - before;
    expect(handshakes).toBeGreaterThan(3);
    expect(handshakes).toBeLessThan(20);
  });

  it('reconnects as fast after the tenth fault as after the first when some seconds between were good', async () => {
    const console = await new FakeConsole().goLive();
    for (let fault = 0; fault < 10; fault += 1) {
      console.server.trapOperation('/meta/connect', { failure: 'reset' }, 2);
      console.server.bayeux.wakePolls();
      await console.pass(1_500);
      expect(console.sink.isLive).toBe(true);
      for (let said = 0; said < 12; said += 1) {
        console.server.bayeux.publish(newMessage(fault * 12 + said, 'busy'));
        await console.pass(250);
      }
    }
  });

  it('never reports live for sessions without a successful poll', async () => {
    const console = new FakeConsole();
    console.server.bayeux.everyPollReply = { successful: false, error: '402::x', advice: { reconnect: 'handshake' } };
    await console.signIn();
    await console.pass(60_000);
    expect(console.sink.phases.filter((phase) => phase.startsWith('live'))).toEqual([]);
  });

  it('decides on the advice and not on the error number', async () => {
    const console = await new FakeConsole().goLive();
    console.server.bayeux.nextPollReply = {
      successful: false,
      error: '402:data:Missing parameter',
      advice: { reconnect: 'retry' },
    };
    console.server.bayeux.wakePolls();
    await console.pass(2_000);
    expect(console.server.bayeux.handshakes).toBe(1);
    expect(console.sink.isLive).toBe(true);
    console.server.bayeux.nextPollReply = {
      successful: false,
      error: '401:abc:Unknown client',
      advice: { reconnect: 'handshake' },
    };
    console.server.bayeux.wakePolls();
    await console.pass(2_000);
    expect(console.server.bayeux.handshakes).toBe(2);
    expect(console.server.credentialAttempts()).toBe(1);
  });

  it('continues after a successful poll with the advice to handshake, and loses none of its messages', async () => {
    const console = await new FakeConsole().goLive();
    console.server.bayeux.nextPollReply = { advice: { reconnect: 'handshake', interval: 0 } };
    console.server.bayeux.afterPollReply = [{ channel: '/v2/me/chats', data: newMessage(1, 'behind the reply') }];
    console.server.bayeux.wakePolls();
    await console.pass(2_000);
    expect(console.sink.newsTexts()).toContain('behind the reply');
    expect(console.server.bayeux.handshakes).toBe(2);
    expect(console.sink.isLive).toBe(true);
  });

  it('polls after a successful handshake with the advice to handshake', async () => {
    const console = new FakeConsole();
    console.server.bayeux.handshakeAdvice = { reconnect: 'handshake', interval: 0 };
    await console.goLive();
    expect(console.server.bayeux.handshakes).toBe(1);
  });

  it('obeys a time given by the server, also after a wake', async () => {
    const console = await new FakeConsole().goLive();
    console.server.trapOperation('/meta/connect', { answer: { status: 503, headers: { 'retry-after': '30' } } }, 1_000);
    console.server.bayeux.wakePolls();
    await console.pass(1);
    const asked = console.server.pollCount();
    console.genesys.wake('networkBack');
    await console.pass(29_900);
    expect(console.server.pollCount()).toBe(asked);
    expect(console.sink.connection).toMatchObject({ phase: 'stale', reason: 'serverBusy' });
    expect(console.sink.connection!.nextAttemptAt! - console.clock.now()).toBeGreaterThan(0);
    console.server.clearTraps();
    await console.pass(2_000);
    expect(console.sink.isLive).toBe(true);
  });

  it('obeys a time given by the server also in the session that replaced the refused one', async () => {
    const console = await new FakeConsole().goLive();
    console.server.trapOperation('/meta/connect', { answer: { status: 503, headers: { 'retry-after': '30' } } });
    console.server.bayeux.wakePolls();
    await console.pass(1_000);
    console.server.expireSession();
    const sending = console.genesys.operate('sendToEveryone', { id: 'c1', medium: 'chat' }, { text: 'hello' });
    await console.pass(0);
    expect(await sending).toMatchObject({ ok: true });
    expect(console.server.credentialAttempts()).toBe(2);
    const asked = console.server.pollCount();
    console.genesys.wake('networkBack');
    await console.pass(28_900);
    expect([console.server.bayeux.handshakes, console.server.pollCount()]).toEqual([1, asked]);
    expect(console.sink.connection!.nextAttemptAt! - console.clock.now()).toBeGreaterThan(0);
    await console.pass(2_000);
    expect(console.server.bayeux.handshakes).toBe(2);
    expect(console.sink.isLive).toBe(true);
  });

  it('obeys a date in Retry-After', async () => {
    const console = await new FakeConsole().goLive();
    const until = new Date(console.clock.now() + 60_000).toUTCString();
    console.server.trapOperation(
      '/meta/connect',
      { answer: { status: 429, headers: { 'retry-after': until } } },
      1_000,
    );
    console.server.bayeux.wakePolls();
    await console.pass(1);
    const asked = console.server.pollCount();
    await console.pass(58_000);
    expect(console.server.pollCount()).toBe(asked);
  });

  it('disconnects once when it is stopped, and polls no more', async () => {
    const console = await new FakeConsole().goLive();
    const leaving = console.genesys.signOut();
    await console.pass(1_000);
    await leaving;
    const polls = console.server.pollCount();
    await console.pass(120_000);
    expect([console.server.count('/meta/disconnect'), console.server.pollCount()]).toEqual([1, polls]);
  });

  it('does not come back after a stop during an outage', async () => {
    const console = await new FakeConsole().goLive();
    console.server.bayeux.forgetSessions();
    console.server.trapOperation('/meta/handshake', { failure: 'refused', isCertainlyNotSent: true }, 1_000);
    await console.pass(5_000);
    const leaving = console.genesys.signOut();
    await console.pass(10_000);
    await leaving;
    console.server.clearTraps();
    const seen = console.server.seen.length;
    await console.pass(120_000);
    expect(console.server.seen.length).toBe(seen);
  });

  it('reports that entries may be missing when a request replaced the session of a healthy stream', async () => {
    const console = await new FakeConsole().goLive();
    const [phases, readings] = [console.sink.phases.length, console.sink.readings.length];
    console.server.expireSession();
    void console.genesys.operate('sendToEveryone', { id: 'c1', medium: 'chat' }, { text: 'hello' });
    await console.pass(5_000);
    expect(console.sink.calls).toContainEqual({ what: 'renewed' });
    const since = ['interrupted/sessionLost', 'catchingUp/readingFloor', 'live/healthy'];
    expect(console.sink.phases.slice(phases)).toEqual(since);
    expect(console.sink.readings.slice(readings).some(({ mayHaveMissedEvents }) => mayHaveMissedEvents)).toBe(true);
  });

  it('polls again when the server refused a poll although the session is alive', async () => {
    const console = await new FakeConsole().goLive();
    console.server.trapOperation('/meta/connect', { answer: { status: 401, body: '{"statusCode":4}' } });
    console.server.bayeux.wakePolls();
    await console.pass(1);
    expect(console.sink.isLive).toBe(false);
    await console.pass(3_000);
    expect([console.sink.isLive, console.server.credentialAttempts()]).toEqual([true, 1]);
  });
});

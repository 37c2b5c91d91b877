import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BayeuxRig } from '../../support/gws/bayeux-rig';
import { StreamBench } from '../../support/gws/stream-bench';
import { until } from '../../support/until';

let rig: BayeuxRig;
let bench: StreamBench;
beforeEach(async () => {
  rig = await BayeuxRig.open({ timeout: 1_000 });
  bench = new StreamBench(rig.url);
});
afterEach(async () => {
  await bench.close();
  await rig.close();
});

const event = (data: unknown, channel = '/v2/me/chats') => ({ channel, data });
const answer = (response: ServerResponse, messages: readonly object[]): true => {
  response.setHeader('Content-Type', 'application/json');
  response.end(JSON.stringify(messages));
  return true;
};

/** Once, on this channel: sends events around the server's good reply. */
function surround(channel: string, before: readonly object[], after: readonly object[], reply: object = {}): void {
  rig.interfere = (post, response) => {
    if (post.channel !== channel) return false;
    rig.interfere = null;
    const subscription = post.message['subscription'];
    const good = {
      id: post.message['id'],
      channel,
      successful: true,
      ...(subscription === undefined ? {} : { subscription }),
      ...reply,
    };
    return answer(response, [...before, good, ...after]);
  };
}

describe('events are received', () => {
  it('before and after the reply to a poll, in order', async () => {
    bench.stream.start();
    await until('polling', () => bench.polls >= 1);
    surround('/meta/connect', [event(1), event(2)], [event(3)]);
    await until('all', () => bench.received.length === 3);
    expect(bench.received).toEqual([1, 2, 3]);
    const polls = bench.polls;
    await until('polls go on', () => bench.polls > polls);
  });

  it('in the response to the subscription, before it is confirmed', async () => {
    surround('/meta/subscribe', [event('early')], []);
    bench.stream.start();
    await until('taken', () => bench.received.includes('early'));
  });

  it('on channels without a subscription', async () => {
    bench.stream.start();
    await until('polling', () => bench.polls >= 1);
    surround('/meta/connect', [event('elsewhere', '/v2/somewhere/else')], []);
    await until('taken', () => bench.received.includes('elsewhere'));
  });

  it('by the thousand in one response', async () => {
    bench.stream.start();
    await until('polling', () => bench.polls >= 1);
    surround(
      '/meta/connect',
      Array.from({ length: 5_000 }, (_, number) => event(number)),
      [],
    );
    await until('all', () => bench.received.length === 5_000);
    expect(bench.received.at(-1)).toBe(4_999);
  });

  it('when one is larger than a megabyte', async () => {
    bench.stream.start();
    await until('polling', () => bench.polls >= 1);
    const large = 'ü€😀'.repeat(200_000);
    rig.publish({ large });
    await until('taken', () => bench.received.length === 1);
    expect(bench.received).toEqual([{ large }]);
  });
});

describe('one bad message', () => {
  it('does not affect other messages or polling when the listener throws', async () => {
    bench.stream.start();
    await until('polling', () => bench.polls >= 1);
    bench.stumbleAt = 'bad';
    surround('/meta/connect', [event('bad'), event('good')], []);
    await until('taken', () => bench.received.includes('good'));
    rig.publish('next');
    await until('followed', () => bench.received.includes('next'));
  });

  it('does not affect other messages or polling when it is malformed', async () => {
    bench.stream.start();
    await until('polling', () => bench.polls >= 1);
    surround(
      '/meta/connect',
      [{ nothing: 1 }, [] as object, event('good'), { channel: '/meta/unknown', successful: 'maybe' }],
      [event('last')],
    );
    await until('taken', () => bench.received.includes('last'));
    expect(bench.received).toEqual(['good', 'last']);
    rig.publish('next');
    await until('followed', () => bench.received.includes('next'));
  });

  it('does not end the stream when it is a good reply with the advice to handshake before an event', async () => {
    bench.stream.start();
    await until('polling', () => bench.polls >= 1);
    surround('/meta/connect', [], [event('behind it')], { advice: { reconnect: 'handshake', interval: 0 } });
    await until('a second session', () => bench.subscriptions === 2);
    expect(bench.received).toEqual(['behind it']);
    const polls = bench.polls;
    await until('polls go on', () => bench.polls > polls);
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StreamBench } from '../../support/gws/stream-bench';
import { until } from '../../support/until';
import { CometdServer } from './cometd-server';
import { FayeServer } from './faye-server';
import type { ForeignServer } from './foreign-server';

const channel = '/v2/me/chats';
const servers: readonly (readonly [string, () => Promise<ForeignServer>])[] = [
  ['cometd-nodejs-server', () => CometdServer.open(true)],
  ['cometd-nodejs-server without acknowledgements', () => CometdServer.open(false)],
  ['faye', () => FayeServer.open()],
];

describe.each(servers)('the stream at %s', (_name, open) => {
  let server: ForeignServer;
  let bench: StreamBench;
  beforeEach(async () => {
    server = await open();
    bench = new StreamBench(server.url, { pollHoldMs: 300 });
    bench.stream.start();
    await until('connected', () => bench.polls > 0);
  });
  afterEach(async () => {
    await bench.close();
    await server.close();
  });

  const brings = async (text: string): Promise<void> => {
    await server.publish(channel, { text });
    await until(text, () => bench.received.some((data) => JSON.stringify(data) === JSON.stringify({ text })));
  };

  it('connects, subscribes once and keeps polling', async () => {
    await until('two more polls', () => bench.polls >= 3);
    expect([bench.subscriptions, server.subscribed, bench.troubles]).toEqual([1, [channel], []]);
  });

  it('delivers published messages in order, each once, with every character', async () => {
    const texts = Array.from({ length: 20 }, (_, at) => `${at} žluťoučký 🐎 שלום`);
    for (const text of texts) await server.publish(channel, { text });
    await until('all of it', () => bench.received.length >= texts.length);
    await until('one more poll', () => bench.polls > 2);
    expect(bench.received).toEqual(texts.map((text) => ({ text })));
  });

  it('continues the same session after the connection was cut', async () => {
    await brings('before');
    // Between two polls a cut has nothing to break, so repeat it until it breaks one.
    await until('noticed', () => {
      server.cut();
      return bench.troubles.length > 0;
    });
    const { polls } = bench;
    await until('polling again', () => bench.polls > polls);
    await brings('after');
    expect(bench.subscriptions).toBe(1);
  });

  it('handshakes and subscribes again when the server has forgotten the session', async () => {
    await brings('before');
    server.forgetSessions();
    await until('a second session', () => bench.subscriptions === 2);
    await brings('after');
    expect(server.subscribed).toEqual([channel, channel]);
    expect(bench.session.renewals).toBe(0);
  });

  it('disconnects with a message that the server accepts', async () => {
    await until('known', () => server.sessionCount === 1);
    await bench.stream.stop();
    await until('forgotten', () => server.sessionCount === 0);
  });
});

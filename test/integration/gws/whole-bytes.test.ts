import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, expect, it } from 'vitest';
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

function pollAnsweredBy(write: (response: ServerResponse, body: Buffer) => void): void {
  rig.interfere = (post, response) => {
    if (post.channel !== '/meta/connect') return false;
    rig.interfere = null;
    const messages = [
      { channel: '/v2/me/chats', data: { text: 'Grüße 😀 שלום' } },
      { id: post.message['id'], channel: '/meta/connect', successful: true },
    ];
    write(response, Buffer.from(JSON.stringify(messages)));
    return true;
  };
}

it('decodes a character whose bytes arrive in different chunks', async () => {
  bench.stream.start();
  await until('polling', () => bench.polls >= 1);
  pollAnsweredBy((response, body) => {
    let at = 0;
    const next = (): void => {
      if (at >= body.length) response.end();
      else response.write(body.subarray(at, (at += 1)), () => setImmediate(next));
    };
    next();
  });
  await until('arrived', () => bench.received.length === 1);
  expect(bench.received).toEqual([{ text: 'Grüße 😀 שלום' }]);
});

it.each([
  [
    'ends in the middle of its text',
    (response: ServerResponse, body: Buffer) => {
      response.end(body.subarray(0, body.length - 20));
    },
  ],
  [
    'is cut before the length it promised',
    (response: ServerResponse, body: Buffer) => {
      response.setHeader('Content-Length', body.length);
      response.write(body.subarray(0, body.length - 20), () => response.socket?.resetAndDestroy());
    },
  ],
])('takes nothing from a response that %s, and continues', async (_how, write) => {
  bench.stream.start();
  await until('polling', () => bench.polls >= 1);
  pollAnsweredBy(write);
  await until('reported', () => bench.troubles.length === 1);
  rig.publish('whole');
  await until('followed', () => bench.received.includes('whole'));
  expect(bench.received).toEqual(['whole']);
  expect(rig.countOf('/meta/handshake')).toBe(1);
});

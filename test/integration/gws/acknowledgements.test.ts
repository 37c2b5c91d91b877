import { afterEach, expect, it } from 'vitest';
import { BayeuxRig } from '../../support/gws/bayeux-rig';
import { StreamBench } from '../../support/gws/stream-bench';
import { until } from '../../support/until';

let rig: BayeuxRig;
let bench: StreamBench;
afterEach(async () => {
  await bench.close();
  await rig.close();
});

const extOf = (message: Readonly<Record<string, unknown>> | undefined): unknown =>
  (message?.['ext'] as { ack?: unknown } | undefined)?.ack;
const connects = () => rig.seen.filter((post) => post.channel === '/meta/connect');

it('offers them at the handshake and sends one with every poll if the server agrees', async () => {
  rig = await BayeuxRig.open({ timeout: 100 });
  bench = new StreamBench(rig.url);
  bench.stream.start();
  await until('polls', () => bench.polls >= 3);
  expect(extOf(rig.seen[0]?.message)).toBe(true);
  expect(connects().every((post) => typeof extOf(post.message) === 'number')).toBe(true);
});

it('sends none if the server did not agree', async () => {
  rig = await BayeuxRig.open({ timeout: 100 }, false);
  bench = new StreamBench(rig.url);
  bench.stream.start();
  await until('polls', () => bench.polls >= 3);
  expect(connects().every((post) => extOf(post.message) === undefined)).toBe(true);
});

it('receives the messages of a broken response again, once', async () => {
  rig = await BayeuxRig.open({ timeout: 5_000 });
  bench = new StreamBench(rig.url, { pollHoldMs: 3_000 });
  bench.stream.start();
  await until('a held poll', () => bench.polls >= 1 && rig.openPolls === 1);
  const cutNext = rig.cutNextAnswer();
  for (let number = 0; number < 5; number += 1) rig.publish({ number });
  await cutNext;
  await until('all five', () => bench.received.length >= 5);
  rig.publish({ number: 5 });
  await until('the sixth', () => bench.received.length >= 6);
  expect(bench.received).toEqual([0, 1, 2, 3, 4, 5].map((number) => ({ number })));
  expect(rig.countOf('/meta/handshake')).toBe(1);
});

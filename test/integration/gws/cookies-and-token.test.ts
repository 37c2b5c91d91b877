import { afterEach, beforeEach, expect, it } from 'vitest';
import { BayeuxRig } from '../../support/gws/bayeux-rig';
import { StreamBench } from '../../support/gws/stream-bench';
import { until } from '../../support/until';

let rig: BayeuxRig;
let bench: StreamBench;
beforeEach(async () => {
  rig = await BayeuxRig.open({ timeout: 100 });
  bench = new StreamBench(rig.url);
});
afterEach(async () => {
  await bench.close();
  await rig.close();
});

it('returns every cookie on every later request of the stream', async () => {
  rig.interfere = (post, response) => {
    if (post.channel === '/meta/subscribe') response.appendHeader('Set-Cookie', 'AWSELB=node7; Path=/');
    return false;
  };
  bench.stream.start();
  await until('polls', () => bench.polls >= 4);
  const after = rig.seen.slice(rig.seen.findIndex((post) => post.channel === '/meta/subscribe'));
  for (const post of after) expect(post.cookie).toMatch(/BAYEUX_BROWSER=/);
  expect(after.at(-1)?.cookie).toMatch(/AWSELB=node7/);
  expect(rig.countOf('/meta/handshake')).toBe(1);
});

it("sends the newest token under the server's name for it", async () => {
  rig.headers = { 'X-CSRF-HEADER': 'X-CSRF-TOKEN', 'X-CSRF-TOKEN': 'first' };
  bench.stream.start();
  await until('polls', () => bench.polls >= 2);
  rig.headers = { 'X-CSRF-HEADER': 'X-CSRF-TOKEN', 'X-CSRF-TOKEN': 'second' };
  const before = rig.seen.length;
  await until('the second token', () => rig.seen.at(-1)?.headers['x-csrf-token'] === 'second');
  expect(rig.seen.slice(1, before).map((post) => post.headers['x-csrf-token'])).toContain('first');
  expect(rig.seen.slice(1).every((post) => post.headers['x-csrf-token'] !== undefined)).toBe(true);
});

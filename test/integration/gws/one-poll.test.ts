import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { BayeuxRig } from '../../support/gws/bayeux-rig';
import { StreamBench } from '../../support/gws/stream-bench';
import { until } from '../../support/until';

let rig: BayeuxRig;
let bench: StreamBench;
beforeEach(async () => {
  rig = await BayeuxRig.open({ timeout: 3_000 });
  bench = new StreamBench(rig.url, { pollHoldMs: 3_000 });
});
afterEach(async () => {
  await bench.close();
  await rig.close();
});

it('keeps at most one poll open, also when polls are replaced', async () => {
  bench.stream.start();
  for (let round = 0; round < 5; round += 1) {
    const before = bench.polls;
    await until('a held poll', () => rig.openPolls === 1 && bench.polls > 0);
    bench.stream.wake();
    await until('a new poll answered', () => bench.polls > before);
  }
  // The server may see the end of the old connection slightly after the start of the new one.
  expect(rig.mostOpenPolls).toBeLessThanOrEqual(2);
  expect(rig.countOf('/meta/handshake')).toBe(1);
});

it('survives a late refusal of the previous poll', async () => {
  bench.stream.start();
  await until('a held poll', () => rig.openPolls === 1 && bench.polls > 0);
  const held: (() => void)[] = [];
  rig.interfere = (post, response) => {
    if (post.channel !== '/meta/connect' || held.length > 0) return false;
    held.push(() => response.writeHead(500).end());
    return true;
  };
  bench.stream.wake();
  await until('a poll that is not answered', () => held.length === 1);
  bench.stream.wake();
  const before = bench.polls;
  await until('the next one answered', () => bench.polls > before);
  held[0]?.();
  rig.publish('after the late refusal');
  await until('followed', () => bench.received.includes('after the late refusal'));
  expect(rig.countOf('/meta/handshake')).toBe(1);
});

it('gathers events in fewer polls while a pause is asked for, loses none, and polls at once when it ends', async () => {
  const [events, apartMs] = [40, 20];
  const pollsFor = async (what: string): Promise<number> => {
    const before = rig.countOf('/meta/connect');
    for (let place = 0; place < events; place += 1) {
      rig.publish(`${what} ${String(place)}`);
      await pause(apartMs);
    }
    await until('all events', () => bench.received.includes(`${what} ${String(events - 1)}`));
    return rig.countOf('/meta/connect') - before;
  };
  bench.stream.start();
  await until('a held poll', () => rig.openPolls === 1 && bench.polls > 0);
  bench.pollPauseMs = 200;
  const paused = await pollsFor('paused');
  bench.pollPauseMs = 0;
  const pausing = bench.polls;
  rig.publish('the last pause');
  await until('the last pause to end', () => bench.polls > pausing);
  const eager = await pollsFor('eager');
  expect(bench.received.filter((one) => one !== 'the last pause')).toHaveLength(2 * events);
  // A slow machine has fewer polls in both, so they are compared with each other.
  expect(paused).toBeLessThan(eager);
  expect(paused).toBeGreaterThan(0);
});

import { afterEach, beforeEach, expect, it } from 'vitest';
import { BayeuxRig } from '../../support/gws/bayeux-rig';
import { StreamBench } from '../../support/gws/stream-bench';
import { NodeHttp } from '../../support/node-http';
import { until } from '../../support/until';

let rig: BayeuxRig;
const benches: StreamBench[] = [];
beforeEach(async () => {
  rig = await BayeuxRig.open({ timeout: 5_000, multiSessionInterval: 300 });
});
afterEach(async () => {
  for (const bench of benches.splice(0)) await bench.close();
  await rig.close();
});

function open(http = new NodeHttp()): StreamBench {
  const bench = new StreamBench(rig.url, { http, pollHoldMs: 3_000 });
  benches.push(bench);
  bench.stream.start();
  return bench;
}

it('leaves no session behind when it disconnects', async () => {
  const bench = open();
  await until('one session', () => bench.polls >= 1 && rig.sessions.length === 1);
  await bench.stream.stop();
  expect(rig.sessions).toHaveLength(0);
});

it('keeps one session at the server over many handshakes', async () => {
  const bench = open();
  await until('polling', () => bench.polls >= 1);
  for (let round = 1; round <= 2; round += 1) {
    rig.forgetSessions();
    await until('another session', () => bench.subscriptions === round + 1);
  }
  expect(rig.sessions).toHaveLength(1);
});

it('obeys the advised interval when it shares the cookie of another session, and logs it', async () => {
  const http = new NodeHttp();
  const first = open(http);
  await until('the first holds a poll', () => first.polls >= 1 && rig.openPolls === 1);
  const second = open(http);
  await until('slowed', () => second.log.text.includes('another one from this machine'));
  const before = second.polls;
  const began = performance.now();
  await until('three more polls', () => second.polls >= before + 3);
  expect(performance.now() - began).toBeGreaterThan(500);
  rig.publish('to both');
  await until('both', () => first.received.includes('to both') && second.received.includes('to both'));
});

import { afterEach, beforeEach, expect, it } from 'vitest';
import { openPracticeConsole, type PracticeConsole } from '../../support/gws/practice-console';
import { until } from '../../support/until';

let client: PracticeConsole;
beforeEach(async () => {
  client = await openPracticeConsole({ pollTimeoutMs: 30_000 });
});
afterEach(() => client.close());

it('detects a dead connection within thirteen seconds on real sockets, and never reports it live after fifteen', async () => {
  await client.goLive();
  client.floor.control.injectFault({ kind: 'blackHole', on: 'stream' });
  const noticed = await until(
    'noticed',
    () => (client.sink.connection?.reason === 'noAnswer' ? client.sink.connection : null),
    25_000,
  );
  expect(Date.now() - (noticed.lastSuccessAt ?? 0)).toBeLessThan(13_000);
  client.floor.control.clearFaults();
  await until('live again', () => client.sink.isLive, 15_000);
}, 50_000);

it('drops it at once when the machine wakes, long before its deadline', async () => {
  await client.goLive();
  client.floor.control.injectFault({ kind: 'blackHole', on: 'stream', times: 1 });
  client.genesys.wake('resumed');
  await until('the fault struck', () => client.floor.control.faults().length === 0);
  const before = Date.now();
  client.genesys.wake('resumed');
  await until(
    'a good exchange of now',
    () => (client.sink.connection?.lastSuccessAt ?? 0) >= before && client.sink.isLive,
    4_000,
  );
});

import { afterEach, beforeEach, expect, it } from 'vitest';
import { openPracticeConsole, type PracticeConsole } from '../../support/gws/practice-console';
import { until } from '../../support/until';

let desk: PracticeConsole;
beforeEach(async () => {
  desk = await openPracticeConsole({ pollTimeoutMs: 30_000 });
});
afterEach(() => desk.close());

it('detects a dead connection within thirteen seconds on real sockets, and never reports it live after fifteen', async () => {
  await desk.goLive();
  desk.floor.control.injectFault({ kind: 'blackHole', on: 'stream' });
  const noticed = await until(
    'noticed',
    () => (desk.sink.connection?.reason === 'noAnswer' ? desk.sink.connection : null),
    25_000,
  );
  expect(Date.now() - (noticed.lastSuccessAt ?? 0)).toBeLessThan(13_000);
  desk.floor.control.clearFaults();
  await until('live again', () => desk.sink.isLive, 15_000);
}, 50_000);

it('drops it at once when the machine wakes, long before its deadline', async () => {
  await desk.goLive();
  desk.floor.control.injectFault({ kind: 'blackHole', on: 'stream', times: 1 });
  desk.genesys.wake('resumed');
  await until('the fault struck', () => desk.floor.control.faults().length === 0);
  const before = Date.now();
  desk.genesys.wake('resumed');
  await until(
    'a good exchange of now',
    () => (desk.sink.connection?.lastSuccessAt ?? 0) >= before && desk.sink.isLive,
    4_000,
  );
});

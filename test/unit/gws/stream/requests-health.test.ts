import { describe, expect, it } from 'vitest';
import { RequestsHealth } from '../../../../main/gws/stream/requests-health';
import { Sources } from '../../../../main/gws/stream/sources';
import type { SourceState } from '../../../../preload/contract';
import { MemoryLog } from '../../../support/floor/memory-log';
import { VirtualClock } from '../../../support/virtual-clock';

/** The health of requests at a server that answers a light read only when the test lets it. */
function bench() {
  const clock = new VirtualClock();
  const states: (number | null)[] = [];
  const server = { isLineUp: true, probes: 0, refusals: 0, finish: (): void => undefined };
  const health = new RequestsHealth({
    clock,
    random: () => 0.999999,
    log: new MemoryLog().logger,
    probe: () => {
      server.probes += 1;
      return new Promise<void>((resolve) => (server.finish = resolve));
    },
    isLineUp: () => server.isLineUp,
    onChange: ({ failingSince }: SourceState) => states.push(failingSince),
    onRefused: () => (server.refusals += 1),
  });
  const finishProbe = async (): Promise<void> => {
    server.finish();
    await clock.advanceSettled(0);
  };
  return { clock, states, server, health, finishProbe, start: clock.now() };
}

describe('RequestsHealth', () => {
  it('is failing after three refusals in two and a half seconds, since the first', () => {
    const { clock, states, server, health, start } = bench();
    health.refused(false);
    clock.advance(400);
    health.refused(false);
    clock.advance(2_099);
    health.refused(false);
    expect([health.isFailing, states, server.refusals]).toEqual([false, [], 0]);
    clock.advance(1);
    health.refused(false);
    health.refused(false);
    expect([health.isFailing, states, server.refusals]).toEqual([true, [start], 2]);
  });

  it.each([
    [14_999, false],
    [15_000, true],
  ])('is failing after %s ms of a rate limit: %s', (ms, expected) => {
    const { clock, health } = bench();
    health.refused(true);
    clock.advance(ms);
    health.refused(true);
    health.refused(true);
    expect(health.isFailing).toBe(expected);
  });

  it('is well again after one answer, says so once and asks no more', () => {
    const { clock, states, server, health, start } = bench();
    health.answered();
    for (const ms of [0, 2_500, 0]) {
      health.refused(false);
      clock.advance(ms);
    }
    health.refused(false);
    const { probes } = server;
    health.answered();
    health.answered();
    expect([health.isFailing, states, clock.waiting]).toEqual([false, [start, null], []]);
    expect(server.probes).toBe(probes);
  });

  it('asks soon after a refusal, one read at a time', async () => {
    const { clock, server, health, finishProbe } = bench();
    health.refused(false);
    health.refused(false);
    expect(clock.waiting).toEqual([499]);
    clock.advance(499);
    health.refused(false);
    expect([server.probes, clock.waiting]).toEqual([1, []]);
    await finishProbe();
    expect(clock.waiting).toEqual([749]);
  });

  it('asks later each time, and at least every ten seconds', async () => {
    const { clock, server, health, finishProbe } = bench();
    health.refused(false);
    const waits: (number | undefined)[] = [];
    for (let round = 0; round < 12; round += 1) {
      waits.push(clock.waiting[0]);
      clock.advance(clock.waiting[0] ?? 0);
      await finishProbe();
    }
    expect([waits[1], waits.at(-1), server.probes]).toEqual([749, 10_000, 12]);
    health.answered();
    health.refused(false);
    expect(clock.waiting).toEqual([499]);
  });

  it('asks no more when the read was answered', async () => {
    const { clock, health, finishProbe } = bench();
    health.refused(false);
    clock.advance(499);
    health.answered();
    await finishProbe();
    expect(clock.waiting).toEqual([]);
  });

  it('asks nothing while the stream is down', async () => {
    const { clock, server, health, finishProbe } = bench();
    health.refused(false);
    server.isLineUp = false;
    clock.advance(499);
    expect([server.probes, clock.waiting]).toEqual([0, []]);
    server.isLineUp = true;
    health.refused(false);
    clock.advance(749);
    server.isLineUp = false;
    await finishProbe();
    expect([server.probes, clock.waiting]).toEqual([1, []]);
  });

  it('forgets every refusal when one comes while the stream is down', () => {
    const { clock, states, server, health, start } = bench();
    health.refused(false);
    clock.advance(400);
    health.refused(false);
    clock.advance(2_100);
    health.refused(false);
    server.isLineUp = false;
    health.refused(false);
    health.refused(false);
    expect([health.isFailing, states, server.refusals]).toEqual([false, [start, null], 1]);
  });

  it('asks nothing after it was stopped', () => {
    const { clock, health } = bench();
    health.refused(false);
    health.stop();
    expect(clock.waiting).toEqual([]);
  });
});

describe('Sources', () => {
  function sources() {
    const clock = new VirtualClock();
    const published: [name: string, failingSince: number | null][] = [];
    const source = new Sources({
      clock,
      random: () => 0,
      log: new MemoryLog().logger,
      probe: () => Promise.resolve(),
      isLineUp: () => true,
      onRefused: () => undefined,
      status: { source: (name, { failingSince }) => void published.push([name, failingSince]) },
    });
    return { clock, published, source, start: clock.now() };
  }

  it('say when requests are answered again after all were refused', () => {
    const { clock, published, source, start } = sources();
    const ends = (...how: readonly Parameters<Sources['requestEnded']>[0][]) =>
      how.map((one) => source.requestEnded(one));
    expect([ends('failed', 'answered', 'failed'), source.areRequestsAnswered]).toEqual([[false, false, false], true]);
    clock.advance(2_500);
    expect([ends('failed', 'failed'), source.areRequestsAnswered]).toEqual([[false, false], false]);
    expect([ends('answered', 'answered'), source.areRequestsAnswered]).toEqual([[true, false], true]);
    expect(published).toEqual([
      ['requests', start],
      ['requests', null],
    ]);
    source.stop();
    expect(clock.waiting).toEqual([]);
  });

  it('wait longer for a rate limit than for other refusals', () => {
    const { clock, source } = sources();
    source.requestEnded('limited');
    clock.advance(14_999);
    source.requestEnded('limited');
    source.requestEnded('limited');
    expect(source.areRequestsAnswered).toBe(true);
    source.requestEnded('failed');
    expect(source.areRequestsAnswered).toBe(false);
  });

  it('call the directory failing once its last good read is fifteen seconds old', () => {
    const { clock, published, source, start } = sources();
    source.applyDirectory(true);
    clock.advance(14_999);
    source.applyDirectory(false);
    clock.advance(1);
    source.applyDirectory(false);
    source.applyDirectory(true);
    expect(published).toEqual([
      ['agents', null],
      ['agents', null],
      ['agents', start + 14_999],
      ['agents', null],
    ]);
  });
});

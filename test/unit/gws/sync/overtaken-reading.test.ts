import { describe, expect, it } from 'vitest';
import { FakeConsole } from '../../../support/gws/fake-console';
import { newMessage } from '../../../support/gws/new-message';

const wholeReading = 'subresources=*';
const readings = (console: FakeConsole): number =>
  console.server.seen.filter((one) => one.path === `/me?${wholeReading}`).length;
const order = (console: FakeConsole, mark: number): readonly string[] =>
  console.sink.since(mark).flatMap(({ what }) => (what === 'connection' || what === 'agents' ? [] : [what]));

describe('a superseded resync', () => {
  it('publishes the buffered messages before a loss and is replaced by a later resync', async () => {
    const console = new FakeConsole();
    console.server.bayeux.hasAcknowledgements = false;
    await console.goLive();
    console.server.trap(wholeReading, { hang: true });
    console.genesys.resynchronise();
    await console.pass(10);
    const mark = console.sink.mark();
    console.server.bayeux.publish(newMessage(6, 'before the loss'));
    await console.pass(10);
    console.server.trapOperation('/meta/connect', { failure: 'reset' });
    console.server.bayeux.wakePolls();
    await console.pass(2_000);
    expect(order(console, mark)).toEqual(['events', 'doubt', 'reading']);
    expect(console.sink.readings.at(-1)?.mayHaveMissedEvents).toBe(true);
    expect(console.sink.isLive).toBe(true);
  });

  it('restarts when a part it may have read already is in doubt', async () => {
    const console = await new FakeConsole().goLive();
    console.server.trap(wholeReading, { hang: true });
    console.genesys.resynchronise();
    await console.pass(10);
    console.genesys.resynchronise();
    await console.pass(10);
    expect(readings(console)).toBe(3);
    expect(console.sink.readings).toHaveLength(2);
  });
});

describe('a resync requested while the link is down', () => {
  /** Nothing is lost, since the server repeats unacknowledged messages. */
  const lineGone = async (): Promise<FakeConsole> => {
    const console = await new FakeConsole().goLive();
    console.server.trapOperation('/meta/connect', { failure: 'unreachable' }, 1_000);
    console.server.bayeux.wakePolls();
    await console.pass(1_000);
    return console;
  };

  it('runs once, when the link is back', async () => {
    const console = await lineGone();
    console.genesys.resynchronise();
    console.genesys.resynchronise();
    await console.pass(1_000);
    expect(readings(console)).toBe(1);
    console.server.clearTraps();
    console.genesys.wake('networkBack');
    await console.pass(10_000);
    expect([readings(console), console.sink.isLive]).toEqual([2, true]);
    await console.pass(20_000);
    expect(readings(console)).toBe(2);
  });

  it('runs then for a routine request too, and the routine continues', async () => {
    const console = await lineGone();
    await console.pass(80_000);
    expect(readings(console)).toBe(1);
    console.server.clearTraps();
    console.genesys.wake('networkBack');
    await console.pass(10_000);
    expect(readings(console)).toBe(2);
    await console.pass(80_000);
    expect(readings(console)).toBe(3);
  });
});

import { describe, expect, it } from 'vitest';
import { connection, FakeWindow, openPublisher } from '../../support/ipc/publisher-bench';

describe('a hidden window', () => {
  it('gets one envelope a second, and a visible one about one a frame', () => {
    const { floorStore, clock, publisher, open } = openPublisher();
    const [hidden, visible] = [open(1), open(2)];
    publisher.snapshotFor(1);
    publisher.snapshotFor(2);
    publisher.windowSeen(1, false);
    for (let at = 1; at <= 60; at += 1) {
      floorStore.connectionChanged(connection(at));
      clock.advance(50);
    }
    expect([hidden.envelopes.length, visible.envelopes.length]).toEqual([3, 60]);
    expect(hidden.envelopes.flatMap(({ changes }) => changes)).toEqual(
      visible.envelopes.flatMap(({ changes }) => changes),
    );
    expect(hidden.numbers).toEqual([1, 2, 3]);
  });

  it('gets what is waiting at once when it is shown, before it learns that it is', () => {
    const { floorStore, clock, publisher, open } = openPublisher();
    const window = open(1);
    publisher.snapshotFor(1);
    publisher.windowSeen(1, false);
    floorStore.connectionChanged(connection(1));
    publisher.windowSeen(1, true);
    publisher.windowSeen(1, true);
    expect(window.got).toEqual([
      { name: 'window.seen', payload: { isSeen: false } },
      { name: 'floor.envelope', payload: expect.objectContaining({ seq: 1 }) as unknown },
      { name: 'window.seen', payload: { isSeen: true } },
    ]);
    floorStore.connectionChanged(connection(2));
    clock.advance(16);
    expect(window.numbers).toEqual([1, 2]);
  });

  it('gets what is waiting in its own time when it is hidden', () => {
    const { floorStore, publisher, open } = openPublisher();
    const window = open(1);
    publisher.snapshotFor(1);
    floorStore.connectionChanged(connection(1));
    publisher.windowSeen(1, false);
    expect(window.got).toEqual([{ name: 'window.seen', payload: { isSeen: false } }]);
  });

  it('learns nothing before its first snapshot', () => {
    const { publisher, open } = openPublisher();
    const window = open(1);
    publisher.windowSeen(1, false);
    publisher.windowSeen(1, true);
    expect(window.got).toEqual([]);
  });

  it('learns with its snapshot that it is hidden, after a reload too', () => {
    const { publisher } = openPublisher();
    const window = new FakeWindow(1);
    publisher.addWindow(window, { isSeen: false });
    publisher.snapshotFor(1);
    publisher.onWindowLoading(1);
    publisher.snapshotFor(1);
    expect(window.got).toEqual([1, 2].map(() => ({ name: 'window.seen', payload: { isSeen: false } })));
  });
});

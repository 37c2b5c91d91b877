import { describe, expect, it } from 'vitest';
import type { ChangeBatch } from '../../../main/floor/change-feed';
import type { FloorSnapshot } from '../../../main/floor/floor-state';
import { FloorStore } from '../../../main/floor/floor-store';
import { Publisher, type ChangeSource } from '../../../main/ipc/publisher';
import { defaultSettings } from '../../../main/settings/settings-schema';
import { MemoryLog } from '../../support/floor/memory-log';
import { activeChat, chatUpdated, entry, messages } from '../../support/floor/readings';
import { connection, FakeWindow, openPublisher } from '../../support/ipc/publisher-bench';
import { VirtualClock } from '../../support/virtual-clock';

describe('Publisher', () => {
  it('sends the first changes after a pause at the end of their turn, and later ones once a frame', () => {
    const { floorStore, clock, publisher, open } = openPublisher();
    const window = open(1);
    publisher.snapshotFor(1);
    floorStore.connectionChanged(connection(1));
    floorStore.connectionChanged(connection(2));
    expect(window.got).toEqual([]);
    clock.advance(0);
    floorStore.connectionChanged(connection(3));
    clock.advance(15);
    expect(window.numbers).toEqual([1]);
    floorStore.connectionChanged(connection(4));
    clock.advance(1);
    const changes = (...all: readonly number[]) =>
      all.map((at) => ({ type: 'connectionChanged', connection: connection(at) }));
    expect(window.envelopes).toEqual([
      { epoch: 1, seq: 1, changes: changes(1, 2) },
      { epoch: 1, seq: 2, changes: changes(3, 4) },
    ]);
  });

  it('sends nothing to a window before its first snapshot or after it closes', () => {
    const { floorStore, clock, publisher, open } = openPublisher();
    const window = open(1);
    floorStore.connectionChanged(connection(1));
    clock.advance(16);
    expect(publisher.snapshotFor(1)).toMatchObject({ seq: 0, connection: connection(1) });
    expect(window.got).toEqual([]);
    publisher.removeWindow(1);
    floorStore.connectionChanged(connection(2));
    clock.advance(16);
    expect(window.got).toEqual([]);
  });

  it('gives a snapshot the number of the last envelope that it contains', () => {
    const { floorStore, clock, publisher, open } = openPublisher();
    const first = open(1);
    publisher.snapshotFor(1);
    const second = open(2);
    floorStore.connectionChanged(connection(1));
    clock.advance(16);
    floorStore.connectionChanged(connection(2));
    expect(publisher.snapshotFor(1)).toMatchObject({ seq: 1, connection: connection(2) });
    expect(publisher.snapshotFor(2)).toMatchObject({ seq: 0, connection: connection(2) });
    clock.advance(16);
    floorStore.connectionChanged(connection(3));
    clock.advance(16);
    expect([first.numbers, second.numbers]).toEqual([[1, 2], [1]]);
  });

  it('sends nothing to a reloading window until its next snapshot', () => {
    const { floorStore, clock, publisher, open } = openPublisher();
    const window = open(1);
    publisher.snapshotFor(1);
    publisher.onWindowLoading(1);
    floorStore.connectionChanged(connection(1));
    clock.advance(16);
    expect(window.numbers).toEqual([]);
    expect(publisher.snapshotFor(1).seq).toBe(0);
    floorStore.connectionChanged(connection(2));
    clock.advance(16);
    expect(window.numbers).toEqual([1]);
  });

  it('never mixes epochs in one envelope, and sends a new epoch without its changes', () => {
    const { floorStore, clock, publisher, open } = openPublisher();
    const window = open(1);
    const { epoch } = publisher.snapshotFor(1);
    floorStore.connectionChanged(connection(1));
    floorStore.applyResync({ chats: [activeChat()], transcripts: [] }, false);
    floorStore.connectionChanged(connection(2));
    clock.advance(16);
    expect(window.envelopes).toMatchObject([
      { epoch, seq: 1, changes: [{ type: 'connectionChanged' }] },
      { epoch: epoch + 1, seq: 2, changes: [] },
    ]);
    expect(publisher.snapshotFor(1)).toMatchObject({
      epoch: epoch + 1,
      seq: 2,
      chats: [{ id: 'chat-1' }],
      connection: connection(2),
    });
    floorStore.connectionChanged(connection(3));
    clock.advance(16);
    expect(window.envelopes.at(-1)?.changes).toHaveLength(1);
  });

  it('pushes values outside the floor to ready windows only', () => {
    const { publisher, open } = openPublisher();
    const [ready, loading] = [open(1), open(2)];
    publisher.snapshotFor(1);
    publisher.push('shell.action', { type: 'openAgents' });
    expect([ready.got, loading.got]).toEqual([[{ name: 'shell.action', payload: { type: 'openAgents' } }], []]);
  });

  it('sends an action after the changes before it, to a hidden window too', () => {
    const { floorStore, publisher, open } = openPublisher();
    const window = open(1);
    publisher.snapshotFor(1);
    publisher.windowSeen(1, false);
    floorStore.connectionChanged(connection(1));
    publisher.push('shell.action', { type: 'openAgents' });
    expect(window.got.map(({ name }) => name)).toEqual(['window.seen', 'floor.envelope', 'shell.action']);
  });

  it('sends changes of a value to a window that read it, before the snapshot too', () => {
    const { publisher, open } = openPublisher();
    const [reading, loading] = [open(1), open(2)];
    publisher.windowReads(1);
    publisher.publishValue('settings.changed', defaultSettings);
    publisher.push('shell.action', { type: 'openAgents' });
    expect([reading.got, loading.got]).toEqual([[{ name: 'settings.changed', payload: defaultSettings }], []]);
    publisher.onWindowLoading(1);
    publisher.publishValue('settings.changed', defaultSettings);
    expect(reading.got).toHaveLength(1);
    publisher.snapshotFor(2);
    publisher.windowReads(2);
    publisher.push('shell.action', { type: 'openAgents' });
    expect(loading.got).toHaveLength(1);
  });

  it('removes a window that cannot be reached, and continues with the others', () => {
    const { floorStore, clock, publisher, log, open } = openPublisher();
    const [gone, there] = [open(1), open(2)];
    publisher.snapshotFor(1);
    publisher.snapshotFor(2);
    gone.isGone = true;
    floorStore.connectionChanged(connection(1));
    clock.advance(16);
    floorStore.connectionChanged(connection(2));
    clock.advance(16);
    expect(there.numbers).toEqual([1, 2]);
    expect(log.messages).toEqual(['warn: window could not be reached']);
  });

  it('sends nothing to a removed window, whatever it still asks for', () => {
    const { floorStore, clock, publisher, open } = openPublisher();
    const window = open(1);
    publisher.removeWindow(1);
    publisher.snapshotFor(1);
    floorStore.connectionChanged(connection(1));
    clock.advance(1_000);
    expect(window.got).toEqual([]);
  });

  it('replies to an unknown window without adding it', () => {
    const { publisher } = openPublisher();
    expect(publisher.snapshotFor(99).seq).toBe(0);
  });

  it('sends nothing and has no timer once disposed', () => {
    const { floorStore, clock, publisher, open } = openPublisher();
    const window = open(1);
    publisher.snapshotFor(1);
    floorStore.connectionChanged(connection(1));
    publisher.dispose();
    floorStore.connectionChanged(connection(2));
    publisher.push('settings.changed', defaultSettings);
    clock.advance(100);
    expect([window.got, clock.waiting]).toEqual([[], []]);
  });

  it('snapshot and envelopes together rebuild the floor', () => {
    const { floorStore, clock, publisher, open } = openPublisher();
    const window = open(1);
    publisher.snapshotFor(1);
    floorStore.applyEvents([chatUpdated(activeChat())]);
    floorStore.applyEvents([messages([entry(1)])]);
    clock.advance(16);
    expect(window.envelopes.map((envelope) => envelope.changes.map((change) => change.type))).toEqual([
      ['chatChanged', 'entriesAdded'],
    ]);
  });
});

it('sends an envelope for every epoch of a floor without changes', () => {
  const snapshot: FloorSnapshot = new FloorStore(new VirtualClock(), new MemoryLog().logger).snapshot();
  let emit: (batch: ChangeBatch) => void = () => undefined;
  const floor: ChangeSource = {
    snapshot: () => snapshot,
    subscribe: (listener) => ((emit = listener), () => undefined),
  };
  const clock = new VirtualClock();
  const publisher = new Publisher(floor, clock, new MemoryLog().logger);
  const window = new FakeWindow(1);
  publisher.addWindow(window);
  publisher.snapshotFor(1);
  for (const epoch of [2, 3, 4]) emit({ epoch, changes: [] });
  clock.advance(16);
  expect(window.envelopes.map(({ epoch, seq }) => [epoch, seq])).toEqual([
    [2, 1],
    [3, 2],
    [4, 3],
  ]);
});

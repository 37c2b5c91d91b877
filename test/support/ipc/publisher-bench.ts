import { FloorStore } from '../../../main/floor/floor-store';
import { Publisher, type WindowPort } from '../../../main/ipc/publisher';
import type { ConnectionState, Envelope, PushName, Pushes } from '../../../preload/contract';
import { MemoryLog } from '../floor/memory-log';
import { VirtualClock } from '../virtual-clock';

/** A window that keeps what it gets. */
export class FakeWindow implements WindowPort {
  readonly id: number;
  readonly got: { name: PushName; payload: unknown }[] = [];
  isGone = false;

  constructor(id: number) {
    this.id = id;
  }

  send<N extends PushName>(name: N, payload: Pushes[N]): void {
    if (this.isGone) throw new Error('Object has been destroyed');
    this.got.push({ name, payload });
  }

  get envelopes(): readonly Envelope[] {
    return this.got.flatMap(({ name, payload }) => (name === 'floor.envelope' ? [payload as Envelope] : []));
  }

  get numbers(): readonly number[] {
    return this.envelopes.map((envelope) => envelope.seq);
  }
}

/** A live connection that succeeded then. */
export const connection = (lastSuccessAt: number): ConnectionState => ({
  phase: 'live',
  reason: 'healthy',
  lastSuccessAt,
  nextAttemptAt: null,
});

/** A publisher on a floor, and windows on it. */
export function openPublisher(): {
  floorStore: FloorStore;
  clock: VirtualClock;
  publisher: Publisher;
  log: MemoryLog;
  open: (id: number) => FakeWindow;
} {
  const clock = new VirtualClock();
  const log = new MemoryLog();
  const floorStore = new FloorStore(clock, log.logger);
  const publisher = new Publisher(floorStore, clock, log.logger);
  const open = (id: number): FakeWindow => {
    const window = new FakeWindow(id);
    publisher.addWindow(window);
    return window;
  };
  return { floorStore, clock, publisher, log, open };
}

import process from 'node:process';
import { serialize } from 'node:v8';
import { FloorStore } from '../../main/floor/floor-store';
import type { ServerSnapshot } from '../../main/floor/events';
import { Publisher } from '../../main/ipc/publisher';
import { readLongFloor } from '../support/bench/long-floor';
import { self } from '../support/floor/readings';
import { QuietLog } from '../support/gws/quiet-log';
import { VirtualClock } from '../support/virtual-clock';

export interface ResyncCost {
  readonly envelopes: number;
  readonly bytes: number;
  readonly cpuMs: number;
}

/** The floor store with long chats and one window that counts what is sent to it. */
export class LongConsole {
  readonly clock = new VirtualClock();
  readonly floorStore: FloorStore;
  reading: ServerSnapshot;
  readonly #publisher: Publisher;
  #envelopes = 0;
  #bytes = 0;

  constructor(chats: number, linesEach: number) {
    const log = new QuietLog();
    this.floorStore = new FloorStore(this.clock, log.for('floor'));
    this.reading = readLongFloor(chats, linesEach, this.clock.now());
    const who = { ...self, name: 'Sofia', serverName: null, isPractice: true, serverVersion: null };
    this.floorStore.signedIn(who, self);
    this.floorStore.connectionChanged({
      phase: 'live',
      reason: 'healthy',
      lastSuccessAt: this.clock.now(),
      nextAttemptAt: null,
    });
    this.floorStore.applyResync(this.reading, true);
    this.#publisher = new Publisher(this.floorStore, this.clock, log.for('publisher'));
    this.#publisher.addWindow({
      id: 1,
      send: (_name, payload) => {
        this.#envelopes += 1;
        // What crosses to another process is written in this form.
        this.#bytes += serialize(payload).length;
      },
    });
    this.#publisher.snapshotFor(1);
  }

  /** The same as new objects, as after every resync. */
  readAgain(): ServerSnapshot {
    return structuredClone(this.reading);
  }

  /** What a resync sends to the window. Changes are sent within a frame. */
  costOfResync(reading: ServerSnapshot): ResyncCost {
    [this.#envelopes, this.#bytes] = [0, 0];
    const before = process.cpuUsage();
    this.floorStore.applyResync(reading, false);
    this.clock.advance(100);
    const { user, system } = process.cpuUsage(before);
    return { envelopes: this.#envelopes, bytes: this.#bytes, cpuMs: (user + system) / 1_000 };
  }

  /** From now on only what the floor store itself keeps is held. */
  forgetReading(): void {
    this.reading = { chats: [], transcripts: [] };
  }

  snapshotBytes(): number {
    return serialize(this.floorStore.snapshot()).length;
  }

  dispose(): void {
    this.#publisher.dispose();
  }
}

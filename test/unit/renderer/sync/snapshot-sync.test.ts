import { flushPromises } from '@vue/test-utils';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bridge, Envelope, FloorChange, Result, Snapshot } from '../../../../preload/contract';
import { startSnapshotSync } from '../../../../renderer/sync/snapshot-sync';
import { emptySnapshot } from '../../../support/renderer/seed-floor';

/** A main of one number: each envelope says "the chat called n was removed"; the snapshot says how many there were. */
class CountingMain {
  readonly removed: string[] = [];
  epoch = 1;
  seq = 0;
  asked = 0;
  private readonly answers: (() => void)[] = [];
  private listener: ((envelope: Envelope) => void) | null = null;
  failNext = false;

  readonly bridge: Bridge = {
    invoke: (name) => {
      if (name !== 'floor.snapshot') throw new Error('the pump asks for nothing else');
      this.asked += 1;
      const shouldFail = this.failNext;
      this.failNext = false;
      const answer: Result<Snapshot> = shouldFail
        ? { ok: false, error: { code: 'internal' } }
        : { ok: true, value: { ...emptySnapshot(), epoch: this.epoch, seq: this.seq } };
      return new Promise((resolve) => {
        this.answers.push(() => resolve(answer));
      });
    },
    on: (_name, listener) => {
      this.listener = listener as (envelope: Envelope) => void;
      return () => {
        this.listener = null;
      };
    },
  };

  next(): Envelope {
    this.seq += 1;
    return { epoch: this.epoch, seq: this.seq, changes: [{ type: 'chatRemoved', chatId: String(this.seq) }] };
  }

  deliver(envelope: Envelope): void {
    this.listener?.(envelope);
  }

  async answer(): Promise<void> {
    for (const answer of this.answers.splice(0)) answer();
    await flushPromises();
  }
}

function start(main: CountingMain) {
  const calls: (readonly [number, number] | string)[] = [];
  const frames: (() => void)[] = [];
  const timers: (() => void)[] = [];
  const sync = startSnapshotSync({
    bridge: main.bridge,
    replace: (snapshot) => calls.push([snapshot.epoch, snapshot.seq]),
    apply: (changes: readonly FloorChange[]) => {
      for (const change of changes) if (change.type === 'chatRemoved') calls.push(change.chatId);
    },
    nextFrame: (callback) => {
      frames.push(callback);
      return () => void frames.splice(frames.indexOf(callback), 1);
    },
    setTimer: (callback) => {
      timers.push(callback);
      return () => void timers.splice(timers.indexOf(callback), 1);
    },
  });
  const paint = (): void => {
    for (const frame of frames.splice(0)) frame();
  };
  return { calls, paint, frames, timers, undo: () => sync.stop(), sync };
}

describe('the floor pump', () => {
  it('applies what comes after the snapshot, and drops what the snapshot already holds', async () => {
    const main = new CountingMain();
    const early = main.next();
    const { calls, paint } = start(main);
    main.deliver(early);
    main.deliver(main.next());
    await main.answer();
    paint();
    expect(calls).toEqual([[1, 1], '2']);
  });

  it('gathers a burst into one application per frame', async () => {
    const main = new CountingMain();
    const { calls, paint, frames } = start(main);
    await main.answer();
    for (let count = 0; count < 50; count += 1) main.deliver(main.next());
    expect(frames).toHaveLength(1);
    expect(calls).toEqual([[1, 0]]);
    paint();
    expect(calls).toHaveLength(51);
  });

  it('asks for a snapshot when a number is missing, and never applies past the gap', async () => {
    const main = new CountingMain();
    const { calls, paint } = start(main);
    await main.answer();
    main.next();
    main.deliver(main.next());
    paint();
    expect(calls).toEqual([[1, 0]]);
    expect(main.asked).toBe(2);
    await main.answer();
    paint();
    expect(calls).toEqual([
      [1, 0],
      [1, 2],
    ]);
  });

  it('asks for a snapshot when the epoch changes', async () => {
    const main = new CountingMain();
    const { calls, paint } = start(main);
    await main.answer();
    main.epoch = 2;
    main.seq = 0;
    main.deliver(main.next());
    await main.answer();
    main.deliver(main.next());
    paint();
    expect(calls).toEqual([[1, 0], [2, 1], '2']);
  });

  it('asks again a while after a failed snapshot', async () => {
    const main = new CountingMain();
    main.failNext = true;
    const { calls, timers } = start(main);
    await main.answer();
    expect(calls).toEqual([]);
    timers.splice(0).forEach((timer) => timer());
    await main.answer();
    expect(calls).toEqual([[1, 0]]);
  });

  it('hands on nothing once it was stopped', async () => {
    const main = new CountingMain();
    const { calls, paint, undo } = start(main);
    await main.answer();
    main.deliver(main.next());
    undo();
    main.deliver(main.next());
    paint();
    expect(calls).toEqual([[1, 0]]);
  });

  it('ends with everything main ever said, whatever is lost, doubled or late on the way', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('deliver', 'lose', 'twice', 'answer', 'paint', 'epoch'), { maxLength: 60 }),
        async (steps) => {
          const main = new CountingMain();
          const { calls, paint } = start(main);
          for (const step of steps) {
            if (step === 'deliver') main.deliver(main.next());
            if (step === 'lose') main.next();
            if (step === 'twice') {
              const envelope = main.next();
              main.deliver(envelope);
              main.deliver(envelope);
            }
            if (step === 'epoch') main.epoch += 1;
            if (step === 'answer') await main.answer();
            if (step === 'paint') paint();
          }
          main.deliver(main.next());
          for (let round = 0; round < 3; round += 1) await main.answer();
          paint();
          const lastReplace = calls.findLastIndex((one) => typeof one !== 'string');
          const start_ = calls[lastReplace] as readonly [number, number];
          const applied = calls.slice(lastReplace + 1);
          expect(start_[0]).toBe(main.epoch);
          expect(applied).toEqual(
            Array.from({ length: main.seq - start_[1] }, (_, position) => String(start_[1] + position + 1)),
          );
        },
      ),
    );
  });
});

describe('whenCurrent', () => {
  const said = (sync: { whenCurrent: (callback: () => void) => void }): string[] => {
    const calls: string[] = [];
    sync.whenCurrent(() => calls.push('current'));
    return calls;
  };

  it('waits for the first snapshot', async () => {
    const main = new CountingMain();
    const { sync } = start(main);
    const calls = said(sync);
    expect(calls).toEqual([]);
    await main.answer();
    expect(calls).toEqual(['current']);
    expect(said(sync)).toEqual(['current']);
  });

  it('waits for the frame that applies what arrived', async () => {
    const main = new CountingMain();
    const { sync, paint } = start(main);
    await main.answer();
    main.deliver(main.next());
    const calls = said(sync);
    expect(calls).toEqual([]);
    paint();
    expect(calls).toEqual(['current']);
  });

  it('waits for the snapshot after a gap, and what came after it', async () => {
    const main = new CountingMain();
    const { sync, paint } = start(main);
    await main.answer();
    main.next();
    main.deliver(main.next());
    const calls = said(sync);
    paint();
    expect(calls).toEqual([]);
    await main.answer();
    expect(calls).toEqual(['current']);
  });

  it('does not call back after the stop', async () => {
    const main = new CountingMain();
    const { sync } = start(main);
    const calls = said(sync);
    sync.stop();
    await main.answer();
    expect(calls).toEqual([]);
  });
});

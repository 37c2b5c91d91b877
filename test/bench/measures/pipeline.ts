import { setTimeout as pause } from 'node:timers/promises';
import { Child } from '../child';
import type { ClientOrder, ClientReport, ClientTotals, SourceReport, StreamKind } from '../floors/stream-messages';
import { median, rowOf, type BenchMeasure, type BenchRow } from '../measure';

const flows = [
  // Only for the chart of how the cost grows.
  ...[10, 100].map((perSecond) => ({ perSecond, batch: 1 })),
  ...[1_000, 5_000].flatMap((perSecond) => [1, 50].map((batch) => ({ perSecond, batch }))),
];
const [rounds, seconds, warmUpSeconds, flood] = [3, 2.5, 0.5, 20_000];
const kinds: readonly StreamKind[] = ['bare', 'console'];
/** Milliseconds. After the last message, for what is still under way. */
const settlingMs = 300;

interface Round {
  /** Microseconds of the processor for each message. */
  readonly cpuUs: number;
  readonly perSecond: number;
  readonly loopDelayMs: number;
}

class Stream {
  readonly source: Child<SourceReport>;
  readonly #clients: Readonly<Record<StreamKind, Child<ClientReport>>>;

  private constructor(source: Child<SourceReport>, urls: Readonly<Record<StreamKind, string>>) {
    this.source = source;
    this.#clients = {
      bare: new Child('floors/stream-client.ts', ['bare', urls.bare]),
      console: new Child('floors/stream-client.ts', ['console', urls.console]),
    };
  }

  static async open(): Promise<Stream> {
    const source = new Child<SourceReport>('floors/stream-source.ts');
    const stream = new Stream(source, (await source.next('listening')).urls);
    for (const kind of kinds) await stream.#clients[kind].next('ready');
    return stream;
  }

  #totals(kind: StreamKind, type: ClientOrder['type'] = 'totals'): Promise<ClientTotals> {
    this.#clients[kind].order({ type });
    return this.#clients[kind].next('totals');
  }

  async play(kind: StreamKind, order: object): Promise<Round> {
    const before = await this.#totals(kind, 'start');
    this.source.order({ ...order, to: kind });
    const { count } = await this.source.next('sent');
    let after = await this.#totals(kind);
    while (after.received - before.received < count) {
      await pause(settlingMs);
      after = await this.#totals(kind);
    }
    const received = after.received - before.received;
    return {
      cpuUs: ((after.cpuMs - before.cpuMs) * 1_000) / received,
      perSecond: (received / after.flowMs) * 1_000,
      loopDelayMs: after.loopDelayMs,
    };
  }

  close(): void {
    for (const kind of kinds) this.#clients[kind].end();
    this.source.end();
  }
}

/** The stream from the socket to the envelope, against the `cometd` library with an empty listener on the same server. */
export const measure: BenchMeasure = {
  name: 'pipeline',
  order: 70,
  goal: 'at most 2x the bare client; at least 0.6x its throughput',
  async run({ report }) {
    const stream = await Stream.open();
    const rows: BenchRow[] = [];
    try {
      for (const kind of kinds) await stream.play(kind, { type: 'flow', perSecond: 1_000, batch: 1, seconds: 2 });
      for (const { perSecond, batch } of flows) {
        const found: Record<StreamKind, Round[]> = { bare: [], console: [] };
        for (let round = 0; round < rounds; round += 1) {
          for (const kind of kinds) {
            await stream.play(kind, { type: 'flow', perSecond, batch, seconds: warmUpSeconds });
            found[kind].push(await stream.play(kind, { type: 'flow', perSecond, batch, seconds }));
          }
        }
        const delay = median(found.console.map(({ loopDelayMs }) => loopDelayMs)).toFixed(1);
        report(`${String(perSecond)} a second in batches of ${String(batch)}: event loop delay p99 ${delay} ms`);
        rows.push(
          rowOf({
            name: `pipeline.cpu.${String(perSecond)}.${String(batch)}`,
            unit: 'µs a message',
            goal: 'at most 2x',
            rounds: found.console.map(({ cpuUs }) => cpuUs),
            floorRounds: found.bare.map(({ cpuUs }) => cpuUs),
            isMet: (value, floor) => value <= 2 * floor,
          }),
        );
      }
      const floods: Record<StreamKind, number[]> = { bare: [], console: [] };
      for (let round = 0; round < rounds; round += 1) {
        for (const kind of kinds)
          floods[kind].push((await stream.play(kind, { type: 'flood', count: flood })).perSecond);
      }
      rows.push(
        rowOf({
          name: 'pipeline.throughput',
          unit: 'messages a second',
          goal: 'at least 0.6x',
          rounds: floods.console,
          floorRounds: floods.bare,
          isMet: (value, floor) => value >= 0.6 * floor,
        }),
      );
    } finally {
      stream.close();
    }
    return rows;
  },
};

import { describe, expect, it } from 'vitest';
import { NotSent, RequestBudget, type Ask, type Verdict } from '../../../../main/gws/requests/request-budget';
import type { Urgency } from '../../../../main/gws/requests/urgency';
import { settle, VirtualClock } from '../../../support/virtual-clock';

const good: Verdict = { kind: 'good' };
const refusedFor = (retryAfterMs: number | null, isRepeatable = false): Verdict => ({
  kind: 'refused',
  retryAfterMs,
  isLimit: true,
  isRepeatable,
});

interface Sent {
  readonly name: string;
  readonly at: number;
  readonly answer: (verdict: Verdict) => void;
}

/** A budget with a server that responds when the test says so, or at once by a rule. */
class Bench {
  readonly clock = new VirtualClock();
  readonly budget = new RequestBudget(this.clock, () => 0.5);
  readonly sent: Sent[] = [];
  readonly results = new Map<string, Verdict | NotSent>();
  rule: ((name: string) => Verdict) | null = null;

  ask(name: string, urgency: Urgency, more: Partial<Ask> = {}): void {
    const send = (): Promise<Verdict> => {
      const at = this.clock.monotonicMs();
      if (this.rule !== null) {
        this.sent.push({ name, at, answer: () => undefined });
        return Promise.resolve(this.rule(name));
      }
      return new Promise((answer) => {
        this.sent.push({ name, at, answer });
      });
    };
    void this.budget
      .run({ urgency, resource: `GET /${name}`, ...more }, send, (verdict) => verdict)
      .then((result) => this.results.set(name, result));
  }

  get names(): readonly string[] {
    return this.sent.map(({ name }) => name);
  }

  async answer(name: string, verdict: Verdict): Promise<void> {
    this.sent.findLast((one) => one.name === name)?.answer(verdict);
    await settle();
  }

  pass(ms: number): Promise<void> {
    return this.clock.advanceSettled(ms);
  }

  /** The server refuses two at once, so that the rate applies. */
  async feelLimit(): Promise<void> {
    this.ask('felt-1', 'act', { resource: 'felt' });
    this.ask('felt-2', 'act', { resource: 'felt' });
    await settle();
    await this.answer('felt-1', good);
    await this.answer('felt-2', refusedFor(null));
    this.sent.splice(0);
  }
}

describe('RequestBudget', () => {
  it('never delays an act behind background requests', async () => {
    const bench = new Bench();
    for (let read = 0; read < 30; read += 1) bench.ask(`read-${read}`, read % 2 === 0 ? 'background' : 'screen');
    await bench.pass(5_000);
    const before = bench.names.length;
    bench.ask('act', 'act');
    await settle();
    expect(bench.names.slice(before)).toEqual(['act']);
  });

  it('sends the most urgent request first once a limit was detected', async () => {
    const bench = new Bench();
    await bench.feelLimit();
    bench.rule = () => good;
    for (const urgency of ['background', 'screen', 'catchUp', 'poll', 'act'] as const) bench.ask(urgency, urgency);
    await bench.pass(20_000);
    expect(bench.names).toEqual(['act', 'poll', 'catchUp', 'screen', 'background']);
  });

  it('sends acts before reads that wait for the rate', async () => {
    const bench = new Bench();
    await bench.feelLimit();
    bench.rule = () => good;
    for (let read = 0; read < 20; read += 1) bench.ask(`read-${read}`, 'catchUp', { resource: 'GET /me/chats' });
    await bench.pass(600);
    const before = bench.names.length;
    for (let act = 0; act < 5; act += 1) bench.ask(`act-${act}`, 'act');
    await bench.pass(5_000);
    const after = bench.names.slice(before);
    expect(after.slice(0, 5)).toEqual(['act-0', 'act-1', 'act-2', 'act-3', 'act-4']);
    expect(after.length).toBeGreaterThan(5);
  });

  it('sends a poll that waited for a second before acts, to keep the floor live', async () => {
    const bench = new Bench();
    await bench.feelLimit();
    bench.rule = () => good;
    for (let act = 0; act < 60; act += 1) bench.ask(`act-${act}`, 'act');
    bench.ask('poll', 'poll');
    await bench.pass(900);
    expect(bench.names).not.toContain('poll');
    await bench.pass(700);
    expect(bench.names).toContain('poll');
    expect(bench.names.length).toBeLessThan(60);
  });

  it('sends any number of acts at once while no limit was detected', async () => {
    const bench = new Bench();
    for (let act = 0; act < 60; act += 1) bench.ask(`act-${act}`, 'act');
    await settle();
    expect(bench.sent).toHaveLength(60);
  });

  it('sends at most one background read a second', async () => {
    const bench = new Bench();
    bench.rule = () => good;
    for (let read = 0; read < 19; read += 1) bench.ask(`read-${read}`, 'background');
    await bench.pass(10_000);
    const gaps = bench.sent.slice(1).map(({ at }, index) => at - (bench.sent[index]?.at ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1_000);
    expect(bench.sent.length).toBeGreaterThan(8);
  });

  it('repeats a request refused by a rate limit until it is accepted', async () => {
    const bench = new Bench();
    let refusals = 2;
    bench.rule = () => ((refusals -= 1) >= 0 ? refusedFor(null, true) : good);
    bench.ask('act', 'act');
    await bench.pass(10_000);
    expect(bench.names).toEqual(['act', 'act', 'act']);
    expect(bench.results.get('act')).toEqual(good);
  });

  it('never repeats a request that may have been executed', async () => {
    const bench = new Bench();
    bench.rule = () => refusedFor(null, false);
    bench.ask('act', 'act');
    await bench.pass(30_000);
    expect(bench.names).toEqual(['act']);
    expect(bench.results.get('act')).toEqual(refusedFor(null, false));
  });

  it('sends nothing to a resource before its time, and other requests meanwhile', async () => {
    const bench = new Bench();
    bench.ask('users', 'screen', { resource: 'GET /users' });
    await settle();
    await bench.answer('users', refusedFor(6_000));
    bench.rule = () => good;
    bench.ask('again', 'screen', { resource: 'GET /users' });
    bench.ask('other', 'screen', { resource: 'GET /contacts' });
    await bench.pass(5_950);
    expect(bench.names).toEqual(['users', 'other']);
    await bench.pass(2_000);
    expect(bench.names).toEqual(['users', 'other', 'again']);
    expect((bench.sent[2]?.at ?? 0) - (bench.sent[0]?.at ?? 0)).toBeGreaterThanOrEqual(6_000);
  });

  it('fails an act at once that would wait long, with the time, and sends nothing', async () => {
    const bench = new Bench();
    bench.ask('act', 'act', { resource: 'POST /me/chats/1' });
    await settle();
    await bench.answer('act', refusedFor(30_000));
    bench.ask('again', 'act', { resource: 'POST /me/chats/1' });
    await settle();
    expect(bench.names).toEqual(['act']);
    const result = bench.results.get('again');
    expect(result).toBeInstanceOf(NotSent);
    expect(result instanceof NotSent && result.waitMs).toBeGreaterThanOrEqual(30_000);
  });

  it('waits a short time for an act', async () => {
    const bench = new Bench();
    let isRefusing = true;
    bench.rule = () => (isRefusing ? refusedFor(2_000, true) : good);
    bench.ask('act', 'act');
    await settle();
    isRefusing = false;
    await bench.pass(3_000);
    expect(bench.names).toEqual(['act', 'act']);
    expect(bench.results.get('act')).toEqual(good);
  });

  it('fails a read whose turn does not come within its patience', async () => {
    const bench = new Bench();
    bench.ask('first', 'background');
    bench.ask('second', 'background', { patienceMs: 3_000 });
    await bench.pass(3_100);
    expect(bench.names).toEqual(['first']);
    expect(bench.results.get('second')).toBeInstanceOf(NotSent);
  });

  it('pauses everything but acts and polls after a refusal, until a good response', async () => {
    const bench = new Bench();
    bench.ask('read', 'catchUp');
    await settle();
    await bench.answer('read', refusedFor(null));
    bench.ask('next', 'catchUp');
    bench.ask('act', 'act');
    await settle();
    expect(bench.names).toEqual(['read', 'act']);
    await bench.answer('act', good);
    expect(bench.names).toEqual(['read', 'act', 'next']);
  });

  it('removes an aborted request from the queue', async () => {
    const bench = new Bench();
    const controller = new AbortController();
    bench.ask('first', 'background');
    bench.ask('second', 'background', { signal: controller.signal });
    await settle();
    controller.abort();
    await bench.answer('first', good);
    await bench.pass(5_000);
    expect(bench.names).toEqual(['first']);
    expect(bench.results.get('second')).toBeInstanceOf(NotSent);
  });

  it('ends waiting requests when it is closed', async () => {
    const bench = new Bench();
    bench.ask('first', 'background');
    bench.ask('second', 'background');
    await settle();
    bench.budget.close();
    await settle();
    expect(bench.results.get('second')).toBeInstanceOf(NotSent);
    expect(bench.clock.waiting).toEqual([]);
  });
});

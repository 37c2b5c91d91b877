import { expect, it } from 'vitest';
import { SpellingClient, type SpellingChildEvents } from '../../../main/spelling/spelling-client';
import type { SpellingRequest } from '../../../main/spelling/messages';
import { MemoryLog } from '../../support/floor/memory-log';
import { VirtualClock } from '../../support/virtual-clock';

/** A process that answers when the test lets it. */
class StandInProcess {
  readonly received: SpellingRequest[] = [];
  readonly events: SpellingChildEvents;
  isKilled = false;

  constructor(events: SpellingChildEvents) {
    this.events = events;
  }

  post(request: SpellingRequest): void {
    this.received.push(request);
  }

  kill(): void {
    this.isKilled = true;
    this.events.exit(15);
  }

  answer(words: unknown, id = this.received.at(-1)?.id): void {
    this.events.message({ id, words });
  }

  cannotRead(): void {
    this.events.message({ id: this.received.at(-1)?.id, words: null, isUnreadable: true });
  }
}

function setUp(mostExits = 3) {
  const started: StandInProcess[] = [];
  const clock = new VirtualClock();
  const log = new MemoryLog();
  let exits = 0;
  const client = new SpellingClient({
    launch: (events) => {
      const child = new StandInProcess(events);
      started.push(child);
      return child;
    },
    mayRestart: () => (exits += 1) < mostExits,
    clock,
    log: log.logger,
  });
  const last = (): StandInProcess => {
    const child = started.at(-1);
    if (child === undefined) throw new Error('a process was started');
    return child;
  };
  return { client, started, last, clock, log };
}

const check = { type: 'check', words: ['teh'], use: ['en'] } as const;
const suggest = { type: 'suggest', word: 'teh', use: ['en'] } as const;

it('starts with the first question and keeps the process', async () => {
  const { client, started, last } = setUp();
  expect([client.isRunning, started.length]).toEqual([false, 0]);
  const first = client.ask(check);
  last().answer(['teh']);
  expect(await first).toEqual(['teh']);
  const second = client.ask(suggest);
  last().answer(['the', 3]);
  expect(await second).toEqual(['the']);
  expect([client.isRunning, started.length]).toEqual([true, 1]);
});

it('matches answers to questions and ignores everything else', async () => {
  const { client, last } = setUp();
  const [first, second] = [client.ask(check), client.ask(suggest)];
  last().events.message('nonsense');
  last().answer(['the'], 2);
  last().answer(['teh'], 1);
  last().answer(['late'], 1);
  expect(await Promise.all([first, second])).toEqual([['teh'], ['the']]);
});

it('starts it again after a crash, and gives up after too many, which is logged once', async () => {
  const { client, started, last, log } = setUp(2);
  const lost = client.ask(check);
  last().events.exit(139);
  expect(await lost).toBeNull();
  const lostToo = client.ask(check);
  last().events.exit(139);
  expect(await lostToo).toBeNull();
  expect(await client.ask(check)).toBeNull();
  expect(await client.ask(check)).toBeNull();
  expect(started).toHaveLength(2);
  expect(log.lines.filter(({ level }) => level === 'error')).toHaveLength(1);
  expect(JSON.stringify(log.lines)).not.toContain('teh');
});

it('ends a process that does not answer a check, but not one that is slow to suggest', async () => {
  const { client, last, clock, started } = setUp();
  const slow = client.ask(suggest);
  clock.advance(1_500);
  expect(await slow).toBeNull();
  expect(last().isKilled).toBe(false);
  const hanging = client.ask(check);
  clock.advance(15_000);
  expect(await hanging).toBeNull();
  expect(last().isKilled).toBe(true);
  const next = client.ask(check);
  last().answer([]);
  expect(await next).toEqual([]);
  expect(started).toHaveLength(2);
});

it('says once that the dictionaries cannot be read', async () => {
  const { client, last, log } = setUp();
  for (const question of [check, check]) {
    const answer = client.ask(question);
    last().cannotRead();
    expect(await answer).toBeNull();
  }
  const right = client.ask(suggest);
  last().answer(null);
  expect(await right).toBeNull();
  expect(log.lines).toHaveLength(1);
});

it('answers what is waiting when it is stopped, and starts another process for the next question', async () => {
  const { client, started, last, log } = setUp();
  const waiting = client.ask(check);
  client.stop();
  expect(await waiting).toBeNull();
  expect([client.isRunning, last().isKilled, log.lines.length]).toEqual([false, true, 0]);
  void client.ask(check);
  expect(started).toHaveLength(2);
});

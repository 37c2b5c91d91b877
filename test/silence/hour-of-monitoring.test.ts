import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StackOptions } from '../support/silence/console-stack';
import { runSeed } from '../support/run-seed';
import { allowedReads, beyondReading } from '../support/silence/allowed-reads';
import { gestures } from '../support/silence/gestures';
import { monitoredHour } from '../support/silence/monitored-hour';

const minuteMs = 60_000;
const seed = runSeed;

beforeEach(() => {
  vi.useFakeTimers();
  // Without a layout every element is 0 px high, and a virtual list shows nothing.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(900);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

type Spoil = NonNullable<StackOptions['spoil']>;

const chatOf = (id: string) => ({ id, medium: 'chat' }) as const;

/** A client whose selected chat would send typing events to its participants. */
const typesAtALook: Spoil = (handlers, platform) => ({
  ...handlers,
  'window.setActiveChat': (request, caller) => {
    if (request.chatId !== null)
      void platform.contactCentre()?.typing(chatOf(request.chatId), { audience: 'everyone', isTyping: true });
    return handlers['window.setActiveChat'](request, caller);
  },
});

/** As if a glance into a chat were a moment of coaching. */
const coachesAtALook: Spoil = (handlers, platform) => ({
  ...handlers,
  'window.setActiveChat': async (request, caller) => {
    const { chatId } = request;
    if (chatId !== null) {
      await platform.contactCentre()?.operate('coach', chatOf(chatId), {});
      await platform.contactCentre()?.operate('monitor', chatOf(chatId), {});
    }
    return handlers['window.setActiveChat'](request, caller);
  },
});

describe(`monitoring (seed ${String(seed)})`, () => {
  it('lets nothing out for an hour but reads, and nobody in any chat notices anything', async () => {
    const hour = await monitoredHour({ seed, forMs: 60 * minuteMs });
    expect(beyondReading(hour.sent)).toEqual([]);
    expect(hour.seenByOthers.filter((seen) => seen.includes('supervisor'))).toEqual([]);
    // A floor on which nothing happens, or hands that reach nothing, would prove nothing.
    expect(hour.problems).toEqual([]);
    expect([...hour.made.keys()].sort()).toEqual(gestures.map(({ name }) => name).sort());
    expect(hour.sent.length).toBeGreaterThan(1_500);
    expect(hour.seenByOthers.length).toBeGreaterThan(50);
    // About fifty and two hundred and fifty of them; no seed comes near these.
    expect(hour.asked.get('window.setActiveChat')).toBeGreaterThan(15);
    expect(hour.asked.get('window.saveView')).toBeGreaterThan(100);
  });

  it('leaves to the letter what customers and agents would have seen with nobody at the console', async () => {
    const touched = await monitoredHour({ seed, forMs: 8 * minuteMs });
    const untouched = await monitoredHour({ seed, forMs: 8 * minuteMs, isTouched: false });
    expect(touched.made.size).toBeGreaterThan(10);
    expect(untouched.made.size).toBe(0);
    expect(touched.seenByOthers).toEqual(untouched.seenByOthers);
  });
});

/** Played with, a chat is looked at within the first minutes; not every seed does that. */
const leakySeed = 3;

describe('a planted leak', () => {
  it('of a typing sign is caught by the list', async () => {
    const { sent } = await monitoredHour({ seed: leakySeed, forMs: 8 * minuteMs, spoil: typesAtALook });
    expect(beyondReading(sent)).toContainEqual(
      expect.stringMatching(/^POST \/me\/\w+\/\w+ SendStartTypingNotification$/),
    );
  });

  it('of a moment of coaching is caught by the list and by what the agents saw', async () => {
    const leaky = await monitoredHour({ seed: leakySeed, forMs: 8 * minuteMs, spoil: coachesAtALook });
    const silent = await monitoredHour({ seed: leakySeed, forMs: 8 * minuteMs });
    expect(beyondReading(leaky.sent)).toContainEqual(expect.stringMatching(/ SwitchToCoach$/));
    expect(leaky.seenByOthers).not.toEqual(silent.seenByOthers);
  });
});

it('is judged by the list that stands in docs/silence.md', () => {
  const rows = readFileSync('docs/silence.md', 'utf8')
    .split('\n')
    .map((line) => /^\| `((?:GET|POST) [^`]+)` +\|/.exec(line)?.[1])
    .filter((row) => row !== undefined);
  expect(rows).toEqual(
    allowedReads.flatMap(({ method, path, operations }) =>
      operations.map((operation) => `${method} ${path}${operation === null ? '' : ` ${operation}`}`),
    ),
  );
});

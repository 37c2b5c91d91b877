import { vi } from 'vitest';
import { systemClock } from '../../../main/base/clock';
import { seededRandom } from '../../../main/practice/chance/seeded-random';
import { VirtualFloor } from '../../faults/world/virtual-floor';
import type { Outgoing } from './allowed-reads';
import { ConsoleStack, type StackOptions } from './console-stack';
import { gestures } from './gestures';

export interface MonitoredHour {
  /** All that left the console once it was signed in and watching. */
  readonly sent: readonly Outgoing[];
  /** What the window asked of main, by name, with how often. */
  readonly asked: ReadonlyMap<string, number>;
  /** How often each gesture was made. */
  readonly made: ReadonlyMap<string, number>;
  /** What each customer and agent had seen of each chat at the end, from the practice server's delivery log. */
  readonly seenByOthers: readonly string[];
  readonly chatCount: number;
  readonly problems: readonly string[];
}

export interface HourOptions {
  readonly seed: number;
  readonly forMs: number;
  /** False: the console watches and nobody touches it. */
  readonly isTouched?: boolean;
  readonly spoil?: StackOptions['spoil'];
}

const startsAt = Date.UTC(2026, 0, 5, 9, 0, 0);

/**
 * Plays a shift on the practice floor in virtual time with one supervisor who watches everybody in monitor mode. The floor's
 * life and the supervisor's hands have their own seeds, so that the same floor can be played with and without hands.
 */
export async function monitoredHour({ seed, forMs, isTouched = true, spoil }: HourOptions): Promise<MonitoredHour> {
  vi.setSystemTime(startsAt);
  const floor = new VirtualFloor({ clock: systemClock, seed, agents: 6 });
  floor.director.open({ chats: 8, rate: 0.8 });
  const stack = new ConsoleStack({
    ...{ clock: systemClock, floor, random: seededRandom(seed + 1) },
    ...(spoil === undefined ? {} : { spoil }),
  });
  const entered = await Promise.race([stack.signIn(), vi.advanceTimersByTimeAsync(5_000).then(() => null)]);
  if (entered?.ok !== true) throw new Error(`signing in failed: ${JSON.stringify(entered)}`);
  await vi.advanceTimersByTimeAsync(5_000);
  for (const { id } of floor.agents) {
    void stack.bridge.invoke('agents.watch', {
      requestId: id,
      agentId: id,
      mode: 'monitor',
      scope: 'allChats',
      nickname: '',
    });
  }
  await vi.advanceTimersByTimeAsync(5_000);
  stack.sent.length = 0;
  stack.asked.length = 0;
  const hands = { window: stack.window, random: seededRandom(seed + 2) };
  const made = new Map<string, number>();
  const until = Date.now() + forMs;
  while (Date.now() < until) {
    const gesture = gestures[Math.floor(hands.random() * gestures.length)];
    if (isTouched && gesture !== undefined) {
      gesture.act(hands);
      made.set(gesture.name, (made.get(gesture.name) ?? 0) + 1);
    }
    // To the same moment with hands and without: what happens after the end is not compared.
    await vi.advanceTimersByTimeAsync(Math.min(400 + Math.floor(hands.random() * 3_000), until - Date.now()));
  }
  const asked = new Map<string, number>();
  for (const { name } of stack.asked) asked.set(name, (asked.get(name) ?? 0) + 1);
  const result = {
    sent: [...stack.sent],
    ...{ asked, made },
    seenByOthers: seenByOthers(floor),
    chatCount: stack.floorStore.snapshot().chats.length,
    problems: stack.problems.map(({ scope, message }) => `${scope}: ${message}`),
  };
  stack.close();
  return result;
}

function seenByOthers(floor: VirtualFloor): readonly string[] {
  const parties = ['customer', ...floor.agents.map(({ userName }) => userName)];
  return floor.control.chats().flatMap(({ chatId }) =>
    parties.flatMap((party) => {
      try {
        return [JSON.stringify(floor.control.seenBy({ chatId, party }))];
      } catch {
        return []; // Never in this chat.
      }
    }),
  );
}

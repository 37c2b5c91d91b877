/** A shift of 24 hours in a process of its own. Arguments: seed, hours, chats at the same time. */
import process from 'node:process';
import { sampleMemory } from '../../faults/live/memory';
import { Chance } from '../../faults/world/chance';
import { createSayings } from '../../support/bench/sayings';
import { ChatFlow } from './chat-flow';
import { ShiftConsole } from './shift-console';

export type DayReport =
  | { readonly type: 'hour'; readonly hour: number; readonly bytes: number; readonly live: number }
  | {
      readonly type: 'done';
      readonly events: number;
      readonly begun: number;
      readonly ended: number;
      readonly held: number;
      readonly envelopes: number;
      readonly alerts: number;
      readonly seconds: number;
    };

const hourMs = 3_600_000;
/** A chat goes on for half an hour, so 125 places have 6,000 in a day; 23 events a second are 2 million. */
const [lastsMs, linesEach, stepMs, agents] = [hourMs / 2, 332, 3_000, 40];
const [seed = 7, hours = 24, places = 125] = process.argv.slice(2).map(Number);

const startedAt = performance.now();
const report = (one: DayReport): void => {
  process.send?.(one);
};
const console = new ShiftConsole({ seed, agents });
const window = console.openWindow();
await window.invoke('floor.snapshot', null);
const entered = await console.signIn();
if (!entered.ok) throw new Error('the sign-in failed');
await console.watchAll();
// The epoch of the sign-in is another one, of which the window has to ask.
await window.invoke('floor.snapshot', null);
const texts = Array.from({ length: 2_000 }, createSayings(seed).someText);
const flow = new ChatFlow({ console, chance: new Chance(seed), places, lastsMs, linesEach, stepMs, texts });
for (let hour = 1; hour <= hours; hour += 1) {
  for (let elapsed = 0; elapsed < hourMs; elapsed += stepMs) {
    flow.step();
    await console.clock.run(stepMs);
  }
  if (!console.isLive) throw new Error(`not live after ${String(hour)} hours`);
  report({ type: 'hour', hour, bytes: sampleMemory().bytes, live: flow.live });
}
report({
  ...{ type: 'done', events: console.events, begun: flow.begun, ended: flow.ended },
  held: console.main.floorStore.snapshot().chats.length,
  ...{ envelopes: console.envelopes, alerts: console.alerts },
  seconds: (performance.now() - startedAt) / 1_000,
});
console.close();
process.disconnect();

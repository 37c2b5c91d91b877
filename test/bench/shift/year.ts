/**
 * A year of shifts in a process of its own, in one run of the program: nothing is started again in between, only the computer sleeps from
 * shift to shift. Arguments: seed, number of shifts, chats in all of them together, hours of a shift.
 */
import { createHash } from 'node:crypto';
import process from 'node:process';
import type { JournalCheck, Result } from '../../../preload/contract';
import { sampleMemory } from '../../faults/live/memory';
import { caseSeed, Chance } from '../../faults/world/chance';
import { plannedShifts, yearZone, type PlannedShift } from './calendar';
import { createSayings } from '../../support/bench/sayings';
import { ChatFlow } from './chat-flow';
import { differences, filesOverTheirLimit, stateOf } from './end-of-year';
import { heldObjects, type HeldObjects } from './held-objects';
import { settingsOfYear, somethingHappens } from './incidents';
import { ShiftConsole } from './shift-console';
import { ShiftPage } from './shift-page';

export type YearReport =
  | {
      readonly type: 'shift';
      readonly number: number;
      readonly bytes: number;
      readonly chats: number;
      /** Of the first and the last shift; counting takes seconds. */
      readonly held: HeldObjects | null;
      /** Of all lines of the run so far. */
      readonly hash: string;
    }
  | {
      readonly type: 'done';
      readonly lines: number;
      readonly hash: string;
      readonly events: number;
      readonly begun: number;
      readonly joined: number;
      readonly alerts: number;
      readonly incidents: Readonly<Record<string, number>>;
      readonly refusedWrites: number;
      readonly files: readonly string[];
      readonly overLimit: readonly string[];
      /** Where the state is not that of the start. */
      readonly differences: readonly string[];
      readonly errors: readonly string[];
      readonly seconds: number;
    };

process.env['TZ'] = yearZone;
const [seed = 7, shiftCount = 250, chatCount = 1_500_000, hours = 8] = process.argv.slice(2).map(Number);
const realMs = performance.now.bind(performance);
const startedAt = realMs();
const [minuteMs, stepMs, agents, linesEach] = [60_000, 5_000, 40, 6];
const lastMinutes = 3;
const [quarterMs, seenMs] = [15 * minuteMs, 3 * minuteMs];
const report = (one: YearReport): void => {
  process.send?.(one);
};

const hash = createHash('sha256');
let lines = 0;
const note = (line: string): void => {
  lines += 1;
  hash.update(`${line}\n`);
};

const console = new ShiftConsole({ seed, agents });
const { clock } = console;
const page = await ShiftPage.open(clock, console.openWindow());
await clock.run(minuteMs);
await console.changeSettings(settingsOfYear);
await clock.run(minuteMs);
const freshState = stateOf(console, page);
console.main.floorStore.subscribe(({ changes }) => {
  note(`${String(clock.trueMs)} ${changes.map(({ type }) => type).join()}`);
});

const texts = Array.from({ length: 200 }, createSayings(seed).someText);
const shifts = plannedShifts(shiftCount);
const chatsEach = Math.max(1, Math.ceil(chatCount / shifts.length));
const totals = { begun: 0, joined: 0, incidents: new Map<string, number>(), journal: 'not checked' };

/** The whole chain of records, over full disks and nights. */
async function checkJournal(): Promise<string> {
  const checked = (await console.invoke('journal.check', null)) as Result<JournalCheck>;
  return checked.ok && checked.value.isIntact ? 'intact' : JSON.stringify(checked);
}

async function playShift({ number, startsAt }: PlannedShift): Promise<void> {
  const chance = new Chance(caseSeed(seed, number));
  await clock.sleep(Math.max(0, startsAt - clock.server.now()), chance.happens(0.5));
  note(`shift ${String(number)} at ${new Date(clock.client.now()).toString()}`);
  const entered = await console.signIn();
  if (!entered.ok) throw new Error(`shift ${String(number)}: the sign-in failed: ${entered.error.code}`);
  await console.watchAll();
  const lastsMs = hours * 60 * minuteMs - (lastMinutes + 1) * minuteMs;
  const places = Math.max(4, Math.round(chatsEach / 100));
  const flow = new ChatFlow({
    ...{ console, chance, places, linesEach, stepMs, texts, note },
    // A place loses the part of a chat that the end of the shift cuts off.
    lastsMs: (lastsMs * places) / (chatsEach * 1.05),
  });
  const due: { readonly at: number; readonly act: () => void }[] = [];
  const happen = async (): Promise<void> => {
    const what = somethingHappens({
      ...{ console, chance },
      later: (delayMs, act) => due.push({ at: clock.trueMs + delayMs, act }),
    });
    const kind = what.split(' ')[0] ?? what;
    totals.incidents.set(kind, (totals.incidents.get(kind) ?? 0) + 1);
    note(`${String(clock.trueMs)} ${what}`);
    if (what === 'sleep') await clock.sleep(chance.between(1, 30) * minuteMs, chance.happens(0.5));
  };
  const perform = (all = false): void => {
    for (const one of due.splice(0)) {
      if (all || one.at <= clock.trueMs) one.act();
      else due.push(one);
    }
  };
  for (const until = clock.trueMs + lastsMs; clock.trueMs < until;) {
    flow.step();
    if (chance.happens(0.002)) await happen();
    // A hidden window rests; someone looks at it a few minutes in each quarter of an hour.
    console.windowSeen(clock.trueMs % quarterMs < seenMs);
    if (clock.trueMs % quarterMs < seenMs && chance.happens(0.2)) note(page.gesture(chance));
    perform();
    await clock.run(stepMs);
    totals.joined = Math.max(totals.joined, page.chatCount);
  }
  perform(true);
  console.windowSeen(true);
  flow.endAll();
  await clock.run(lastMinutes * minuteMs);
  flow.finish();
  await clock.run(minuteMs);
  await console.changeSettings(settingsOfYear);
  for (const agent of console.floor.agents) agent.isLoggedIn = true;
  if (number === shifts.at(-1)?.number) totals.journal = await checkJournal();
  await console.signOut();
  console.floor.centre.forgetOldest(0);
  console.tidy();
  totals.begun += flow.begun;
}

for (const shift of shifts) {
  await playShift(shift);
  const held = shift === shifts[0] || shift === shifts.at(-1) ? heldObjects() : null;
  const { bytes } = sampleMemory();
  report({ type: 'shift', number: shift.number, bytes, chats: totals.begun, held, hash: hash.copy().digest('hex') });
}
await clock.run(minuteMs);
report({
  ...{ type: 'done', lines, hash: hash.digest('hex'), events: console.events },
  ...{ begun: totals.begun, joined: totals.joined, alerts: console.alerts },
  incidents: Object.fromEntries(totals.incidents),
  refusedWrites: console.file.refusedWrites + console.journal.refusedWrites,
  ...filesOverTheirLimit(console),
  differences: differences(freshState, stateOf(console, page)),
  errors: [...page.errors, ...(totals.journal === 'intact' ? [] : [`journal: ${totals.journal}`])],
  seconds: (realMs() - startedAt) / 1_000,
});
console.close();
process.disconnect();

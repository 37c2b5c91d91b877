/**
 * What a whole floor costs main: 200 chats of 500 lines. Run: `npm run bench -- attention`.
 * The floor it is measured against, in the same run: cutting everything that was said into words once, which no listener for
 * words can do without. All times are those of the processor, since other programs share the machine.
 */
import process from 'node:process';
import { serialize } from 'node:v8';
import { AttentionEngine } from '../../../main/floor/attention/attention-engine';
import { wordsOf } from '../../../main/floor/attention/words';
import { FloorStore } from '../../../main/floor/floor-store';
import { defaultAttention } from '../../../main/settings/attention-settings';
import { readLongFloor } from '../../support/bench/long-floor';
import { entry, messages, self } from '../../support/floor/readings';
import { QuietLog } from '../../support/gws/quiet-log';
import { VirtualClock } from '../../support/virtual-clock';

const clock = new VirtualClock();
const reading = readLongFloor(200, 500, clock.now());
const texts = reading.transcripts.flatMap(({ entries }) => entries.map(({ text }) => text));
/** A new object, as after every resync. */
const readAgain = (): typeof reading => structuredClone(reading);

const [copy, another] = [readAgain(), readAgain()];
const cut = [1, 2, 3].map(() => cpuOf(() => texts.reduce((count, text) => count + wordsOf(text).length, 0)));
const floorMs = Math.min(...cut);
write(`${String(texts.length)} lines; node ${process.version}`);
write(`cutting them all into words once: ${floorMs.toFixed(0)} ms of the processor, the floor`);

const floorStore = new FloorStore(clock, new QuietLog().for('floor'));
const who = { ...self, name: 'Sofia', serverName: null, isPractice: true, serverVersion: null };
floorStore.signedIn(who, self);
floorStore.connectionChanged({ phase: 'live', reason: 'healthy', lastSuccessAt: clock.now(), nextAttemptAt: null });
tell('the ledger, a first reading', [cpuOf(() => floorStore.applyResync(reading, true))]);
tell('the ledger, the same reading again', [cpuOf(() => floorStore.applyResync(copy, false))]);

const previewTurns: number[] = [];
let turnFrom = cpuMs();
const engine = new AttentionEngine({ floorStore, clock, settings: defaultAttention, pause });
tell('attention, everything for the first time', [cpuMs() - turnFrom, ...turnsLeft()]);
tell('the ledger and attention, the same again', [cpuOf(() => floorStore.applyResync(another, false))]);
const { phrases } = defaultAttention;
const watchedWords = { ...phrases.watchedWords, any: ['warm*'] };
const otherWords = { ...defaultAttention, phrases: { ...phrases, watchedWords } };
tell('attention, listening for other words', [cpuOf(() => engine.settingsChanged(otherWords)), ...turnsLeft()]);
const ticks = Array.from({ length: 10 }, () => cpuOf(() => clock.advance(2_000)));
tell('attention, all chats for the time, ten times', ticks);
const lines = Array.from({ length: 2_000 }, (_, place) =>
  messages([entry(501 + Math.floor(place / 200), { text: texts[place] ?? '', at: clock.now() })], [], chatOf(place)),
);
tell(
  'one more line in every chat, ten times',
  lines.map((line) => cpuOf(() => floorStore.applyEvents([line]))),
);

turnFrom = cpuMs();
await engine.preview(defaultAttention);
previewTurns.push(cpuMs() - turnFrom);
tell('what settings would have raised in the last hour', previewTurns);
tell('a snapshot made ready for a window', [cpuOf(() => serialize(floorStore.snapshot()))]);
engine.dispose();

/** Turns are asked for a moment ahead; the coarse tick is not among them. */
function turnsLeft(): number[] {
  const turns: number[] = [];
  while ((clock.waiting[0] ?? Infinity) < 100) turns.push(cpuOf(() => clock.advance(clock.waiting[0] ?? 0)));
  return turns;
}

function pause(): Promise<void> {
  previewTurns.push(cpuMs() - turnFrom);
  turnFrom = cpuMs();
  return Promise.resolve();
}

function chatOf(place: number): string {
  return `chat-${String(place % 200)}`;
}

function tell(what: string, turns: readonly number[]): void {
  const whole = turns.reduce((sum, turn) => sum + turn, 0);
  const longest = Math.max(...turns);
  const ratio = (whole / floorMs).toFixed(2);
  write(
    `${what.padEnd(50)} ${ratio.padStart(5)} of the floor, ${whole.toFixed(0).padStart(5)} ms in ${String(turns.length)} turns, the longest ${longest.toFixed(1)} ms`,
  );
}

function cpuOf(act: () => unknown): number {
  const from = cpuMs();
  act();
  return cpuMs() - from;
}

function cpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

function write(line: string): void {
  process.stdout.write(`${line}\n`);
}

import type { ServerSnapshot } from '../../../main/floor/events';
import { LongConsole, type ResyncCost } from '../long-console';
import { median, rounded, rowOf, type BenchMeasure } from '../measure';

const [chats, linesEach, changedChats, rounds] = [200, 200, 5, 7];

/** One more line in the first chats. */
function withLines(reading: ServerSnapshot, round: number): ServerSnapshot {
  return {
    ...reading,
    transcripts: reading.transcripts.map((transcript, place) => {
      const last = transcript.entries.at(-1);
      if (place >= changedChats || last === undefined) return transcript;
      const more = Array.from({ length: round }, (_, by) => ({ ...last, index: last.index + by + 1 }));
      return { ...transcript, entries: [...transcript.entries, ...more] };
    }),
  };
}

/** What a routine resync sends to a window, when nothing changed and when five chats did. The floor is the whole snapshot. */
export const measure: BenchMeasure = {
  name: 'snapshot.cost',
  order: 60,
  goal: '0 bytes when nothing changed; in proportion when 5 of 200 chats did',
  run({ report }) {
    const console = new LongConsole(chats, linesEach);
    const whole = median(Array.from({ length: 3 }, () => console.snapshotBytes()));
    const still: ResyncCost[] = [];
    const changed: ResyncCost[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      still.push(console.costOfResync(withLines(console.readAgain(), round - 1)));
      changed.push(console.costOfResync(withLines(console.readAgain(), round)));
    }
    console.dispose();
    const bytes = (costs: readonly ResyncCost[]): readonly number[] => costs.map((cost) => cost.bytes);
    const cpuMs = (costs: readonly ResyncCost[]): number => rounded(median(costs.map((cost) => cost.cpuMs)));
    report(
      `${String(chats)} chats of ${String(linesEach)} lines, a snapshot is ${(whole / 1e6).toFixed(2)} MB; main needs ${String(cpuMs(still))} ms when nothing changed, ${String(cpuMs(changed))} ms when ${String(changedChats)} chats did`,
    );
    const share = changedChats / chats;
    return Promise.resolve([
      rowOf({
        name: 'snapshot.cost.still',
        unit: 'bytes',
        goal: '0',
        rounds: bytes(still),
        floorRounds: [whole],
        isMet: (value) => value === 0,
      }),
      rowOf({
        name: 'snapshot.cost.changed',
        unit: 'bytes',
        goal: `at most ${String(share)} of the snapshot`,
        rounds: bytes(changed),
        floorRounds: [whole],
        isMet: (value, floor) => value <= share * floor,
      }),
    ]);
  },
};

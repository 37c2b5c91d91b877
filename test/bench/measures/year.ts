import { rounded, type BenchMeasure, type BenchRow } from '../measure';
import { replayOf, runYear } from '../shift/run-year';

const mostPercent = 5;

/**
 * 250 shifts with 1.5 million chats in one run of the program, on a virtual clock: see "A year in an hour" in `docs/performance.md`. It may
 * take an hour and more, so it runs only if it is named; `--seed`, `--shifts`, `--chats` and `--hours` play another or a shorter one.
 */
export const measure: BenchMeasure = {
  name: 'year',
  order: 140,
  isOnRequest: true,
  goal: 'the end of the last shift is that of the first',
  async run({ report, length }) {
    const { seed = 7, shifts = 250, chats = 1_500_000, hours = 8 } = length;
    const again = replayOf({ seed, shifts, chats, hours });
    report(`again with: ${again}`);
    const every = Math.max(1, Math.ceil(shifts / 10));
    let count = 0;
    const { ends, done, left } = await runYear(
      { seed, shifts, chats, hours },
      ({ number, bytes, chats: begun, hash }) => {
        count += 1;
        if (count === 1 || count % every === 0)
          report(
            `shift ${String(number)}: ${(bytes / 1e6).toFixed(1)} MB, ${String(begun)} chats, ${hash.slice(0, 12)}`,
          );
      },
    );
    const [first = NaN, last = NaN] = [ends[0]?.bytes, ends.at(-1)?.bytes];
    const growth = (100 * (last - first)) / first;
    report(`${String(done.lines)} lines, hash ${done.hash}`);
    report(
      `${String(done.begun)} chats, ${String(done.events)} events, ${String(done.alerts)} notifications; ${Object.entries(
        done.incidents,
      )
        .map(([name, times]) => `${name} ${String(times)}`)
        .join(', ')}; ${String(done.refusedWrites)} writes refused by a full disk`,
    );
    report(done.files.join('; '));
    const counted = (name: string, found: readonly string[]): BenchRow => {
      for (const one of found.slice(0, 20)) report(`${name}: ${one}`);
      return {
        ...{ name: `year.${name}`, value: found.length, unit: 'found', floor: null, ratio: null },
        ...{ goal: '0', pass: found.length === 0 },
      };
    };
    const rows: readonly BenchRow[] = [
      {
        ...{ name: 'year.memory', value: rounded(growth), unit: `% more heap of ${(first / 1e6).toFixed(1)} MB` },
        ...{ floor: null, ratio: null, goal: `within ${String(mostPercent)}`, pass: Math.abs(growth) < mostPercent },
      },
      counted('files', done.overLimit),
      counted('left', left),
      counted('state', [...done.differences, ...done.errors]),
      {
        ...{ name: 'year.time', value: rounded(done.seconds), unit: 's', floor: null, ratio: null },
        ...{ goal: 'reported', pass: true },
      },
    ];
    if (rows.some(({ pass }) => !pass)) report(`seed ${String(seed)} missed a goal; again with: ${again}`);
    return rows;
  },
};

import { Child } from '../child';
import { rounded, type BenchMeasure } from '../measure';
import type { DayReport } from '../shift/day';

const [mostPercent, usualSeed, usualHours, places] = [5, 7, 24, 125];

/** 24 hours of main on a virtual clock. It takes minutes, so it runs only if it is named; `--hours` makes it shorter. */
export const measure: BenchMeasure = {
  name: 'memory.day',
  order: 130,
  isOnRequest: true,
  goal: `under ${String(mostPercent)} % growth from hour 1 to the last`,
  async run({ report, length }) {
    const { seed = usualSeed, hours = usualHours } = length;
    const child = new Child<DayReport>('shift/day.ts', [seed, hours, places].map(String));
    const samples: number[] = [];
    for (let hour = 1; hour <= hours; hour += 1) samples.push((await child.next('hour')).bytes);
    const done = await child.next('done');
    const mb = (bytes: number): string => (bytes / 1e6).toFixed(1);
    report(`seed ${String(seed)}; heap after each hour in MB: ${samples.map(mb).join(' ')}`);
    report(
      `${String(done.events)} events, ${String(done.begun)} chats begun, ${String(done.ended)} ended, ${String(done.held)} held at the end; ${String(done.envelopes)} envelopes, ${String(done.alerts)} notifications`,
    );
    const [first = NaN, last = NaN] = [samples[0], samples.at(-1)];
    const growth = (100 * (last - first)) / first;
    return [
      {
        ...{
          name: 'memory.day',
          value: rounded(growth),
          unit: `% more heap of ${mb(first)} MB`,
          floor: null,
          ratio: null,
        },
        ...{ goal: measure.goal, pass: growth < mostPercent },
      },
      {
        ...{ name: 'memory.day.time', value: rounded(done.seconds), unit: 's', floor: null, ratio: null },
        ...{ goal: 'reported', pass: true },
      },
    ];
  },
};

import { measure as requestsAtRest } from '../../faults/measures/requests.rest';
import type { BenchMeasure } from '../measure';

const goal = 12;

/** The count of the fault battery (`requests.rest`): the real client on a virtual clock, so one run is exact. */
export const measure: BenchMeasure = {
  name: 'wire.idle',
  order: 50,
  goal: `at most ${String(goal)} requests a minute`,
  async run({ report }) {
    const [finding] = await requestsAtRest.run({ seed: 1, short: true, report });
    const value = typeof finding?.value === 'number' ? finding.value : null;
    return [
      {
        name: 'wire.idle',
        value,
        unit: 'requests a minute',
        floor: null,
        ratio: null,
        goal: measure.goal,
        pass: value !== null && value <= goal,
      },
    ];
  },
};

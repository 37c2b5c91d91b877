import type { BenchMeasure } from '../measure';

/** Prints its own figures; see `reports/attention.ts`. */
export const measure: BenchMeasure = {
  name: 'attention',
  order: 900,
  goal: 'prints its figures',
  isOnRequest: true,
  async run() {
    await import('../reports/attention');
    return [];
  },
};

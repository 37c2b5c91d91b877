import type { BenchMeasure } from '../measure';

/** Prints its own figures; see `reports/search.ts`. */
export const measure: BenchMeasure = {
  name: 'search',
  order: 900,
  goal: 'prints its figures',
  isOnRequest: true,
  async run() {
    await import('../reports/search');
    return [];
  },
};

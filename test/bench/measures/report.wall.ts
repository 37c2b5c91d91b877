import type { BenchMeasure } from '../measure';

/** Prints its own figures; see `reports/wall.ts`. */
export const measure: BenchMeasure = {
  name: 'wall',
  order: 900,
  goal: 'prints its figures',
  isOnRequest: true,
  async run() {
    await import('../reports/wall');
    return [];
  },
};

import type { Measure } from '../measure';
import { failuresWith } from '../mutations';
import { typistMutations } from '../typist-mutations';

/** Restores each fault that led to the typist in a copy of the sources; the typist must find it. */
export const measure: Measure = {
  name: 'typist.finds',
  goal: 'all 7',
  queue: 'waiting',
  run: async ({ seed, short, report }) => {
    const chosen = typistMutations.filter((_mutation, at) => !short || at === seed % typistMutations.length);
    let found = 0;
    for (const mutation of chosen) {
      const failures = await failuresWith(mutation, seed);
      if (failures.length > 0) found += 1;
      report(`${mutation.name}: ${failures.length > 0 ? `found by ${failures.join(', ')}` : 'NOT FOUND'}`);
    }
    const goal = short ? 'the one drawn' : 'all 7';
    return [{ name: 'typist.finds', value: `${found} of ${chosen.length}`, goal, pass: found === chosen.length }];
  },
};

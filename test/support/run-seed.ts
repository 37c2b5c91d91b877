import { randomInt } from 'node:crypto';
import process from 'node:process';

/** What a change is judged by must not be dice: a run that is red is red again. */
const everyDay = 20261122;

function seedOf(wish: string | undefined): number {
  if (wish === undefined) return everyDay;
  return wish === 'draw' ? randomInt(2 ** 31) : Number(wish);
}

/** The seed of this run: the same every day, with `SIGHTLINE_SEED=<n>` another, with `SIGHTLINE_SEED=draw` one that is drawn. */
export const runSeed = seedOf(process.env['SIGHTLINE_SEED']);

import { randomInt } from 'node:crypto';
import process from 'node:process';

/** What a change is judged by must not be dice: a run that is red is red again. */
const everyDay = 20261122;

function seedOf(request: string | undefined): number {
  if (request === undefined) return everyDay;
  return request === 'draw' ? randomInt(2 ** 31) : Number(request);
}

/** The seed of this run: the same every day, with `SIGHTLINE_SEED=<n>` another, with `SIGHTLINE_SEED=draw` one that is drawn. */
export const runSeed = seedOf(process.env['SIGHTLINE_SEED']);

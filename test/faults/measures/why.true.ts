import { askWhy } from '../attention/ask-why';
import type { Measure } from '../measure';
import { playInShards, type CaseRange } from '../shards';
import { add, emptyTally, noteFailure, type Tally } from '../tally';
import { caseSeed, Chance } from '../world/chance';

export function playCases({ seed, from, to }: CaseRange): Promise<Tally> {
  const tally = emptyTally();
  for (let position = from; position < to; position += 1) {
    const own = caseSeed(seed, position);
    const { thing, isMove, problem } = askWhy(new Chance(own));
    tally.cases += 1;
    if (thing !== null) add(tally, thing, 1);
    if (thing !== null && isMove) add(tally, `${thing} moves`, 1);
    add(tally, 'true', problem === null ? 1 : 0);
    if (problem !== null) noteFailure(tally, { seed: own, what: problem });
  }
  return Promise.resolve(tally);
}

const goal = '10,000 floors: 100 %';
const things = ['reply', 'agentJoins', 'acknowledge', 'end', 'wait'];

/** A place that "why" names against the place where the chat is once the named thing has happened. */
export const measure: Measure = {
  name: 'why.true',
  goal,
  run: async ({ seed, short, report }) => {
    const tally = await playInShards(import.meta.url, seed, short ? 400 : 10_000);
    const countOf = (name: string): number => tally.sums[name] ?? 0;
    report(things.map((thing) => `${thing} ${countOf(thing)} (moves ${countOf(`${thing} moves`)})`).join(', '));
    for (const failure of tally.failures) report(`floor ${failure.seed}: ${failure.what}`);
    const isEachTried = things.every((thing) => countOf(thing) > 0);
    const isMoved = things.every((thing) => countOf(`${thing} moves`) > 0);
    const value = `${countOf('true')} of ${tally.cases}`;
    return [{ name: 'why.true', value, goal, pass: countOf('true') === tally.cases && isEachTried && isMoved }];
  },
};

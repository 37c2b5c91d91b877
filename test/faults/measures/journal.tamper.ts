import { verifyJournal } from '../../../main/journal/verify';
import { JournalBench } from '../../support/journal/journal-bench';
import { EditedJournal, tamperings } from '../journal/tampering';
import type { Measure } from '../measure';
import { caseSeed, Chance } from '../world/chance';

const names = ['Ana', 'Zoë', 'سارة', '"\\', '=1+1', '\u2028'];

async function writtenJournal(chance: Chance): Promise<JournalBench> {
  const bench = new JournalBench({ segmentBytes: chance.pick([700, 3_000, 1_000_000]) });
  const batches = chance.between(3, 20);
  for (let batch = 0; batch < batches; batch += 1) {
    const size = chance.between(1, 6);
    for (let record = 0; record < size; record += 1)
      void bench.writer.append('act', { number: record, name: chance.pick(names), isFirst: record === 0 });
    await bench.writer.flush();
    if (chance.happens(0.1)) bench.open();
  }
  return bench;
}

const goal = '300 edits, deletions, swaps and truncations: all found, with the first bad record named';

export const measure: Measure = {
  name: 'journal.tamper',
  goal,
  async run({ seed, short, report }) {
    const kinds = Object.entries(tamperings);
    const cases = short ? 160 : 1_200;
    let [found, named, falseAlarms] = [0, 0, 0];
    for (let position = 0; position < cases; position += 1) {
      const own = caseSeed(seed, position);
      const chance = new Chance(own);
      const { storage } = await writtenJournal(chance);
      if (!(await verifyJournal(storage)).ok) falseAlarms += 1;
      const [kind, tamper] = kinds[position % kinds.length] ?? kinds[0] ?? [];
      if (kind === undefined || tamper === undefined) throw new Error('there are kinds of tampering');
      const expected = tamper(new EditedJournal(storage), chance);
      const verified = await verifyJournal(storage);
      if (!verified.ok) found += 1;
      if (!verified.ok && verified.seq === expected) named += 1;
      else report(`case ${own}: ${kind} at record ${expected}: ${JSON.stringify(verified)}`);
    }
    const value = `${found} found, ${named} named of ${cases}; ${falseAlarms} false alarms`;
    const pass = found === cases && named === cases && falseAlarms === 0;
    return [{ name: 'journal.tamper', value, goal, pass }];
  },
};

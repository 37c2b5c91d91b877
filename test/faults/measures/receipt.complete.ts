import { playReceiptHistory } from '../journal/receipt-history';
import type { Measure } from '../measure';
import { playInShards, type CaseRange } from '../shards';
import { add, emptyTally, noteFailure, type Tally } from '../tally';
import { caseSeed } from '../world/chance';

export async function playCases({ seed, from, to }: CaseRange): Promise<Tally> {
  const tally = emptyTally();
  for (let position = from; position < to; position += 1) {
    const own = caseSeed(seed, position);
    const { received, missing, invented, acts } = await playReceiptHistory(own);
    tally.cases += 1;
    add(tally, 'received', received);
    add(tally, 'acts', acts);
    add(tally, 'missing', missing.length);
    add(tally, 'invented', invented.length);
    if (missing.length + invented.length > 0)
      noteFailure(tally, { seed: own, what: JSON.stringify({ missing, invented }).slice(0, 600) });
  }
  return tally;
}

const goal = '1,000 histories: 0 missing, 0 invented';

/** Requests as the practice server received them, against the silence receipt. */
export const measure: Measure = {
  name: 'receipt.complete',
  goal,
  run: async ({ seed, short, report }) => {
    const tally = await playInShards(import.meta.url, seed, short ? 40 : 1_000);
    const { received = 0, missing = 0, invented = 0, acts = 0 } = tally.sums;
    report(`${tally.cases} histories, ${received} requests at the server, ${acts} acts`);
    for (const failure of tally.failures) report(`history ${failure.seed}: ${failure.what}`);
    const value = `${missing} missing, ${invented} invented of ${received}`;
    const pass = missing === 0 && invented === 0 && received > tally.cases * 20 && acts > tally.cases;
    return [{ name: 'receipt.complete', value, goal, pass }];
  },
};

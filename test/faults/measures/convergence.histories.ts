import type { Finding, Measure } from '../measure';
import { playInShards, type CaseRange } from '../shards';
import { add, emptyTally, noteFailure, percentile, sample, type Tally } from '../tally';
import { caseSeed } from '../world/chance';
import { exchangeFaultKinds } from '../world/exchange-faults';
import { playHistory } from '../world/history';
import { playLostPoll } from '../world/lost-poll';
import { addressFaultKinds, worldFaultKinds } from '../world/world-faults';

const kindsPromised = 36;
/** Few histories lose only a poll, at a server without acknowledgements, so one in this many adds such a case. */
const lostPollEvery = 6;

/** Plays the histories of a range, one seed each. */
export async function playCases({ seed, from, to }: CaseRange): Promise<Tally> {
  const tally = emptyTally();
  for (let position = from; position < to; position += 1) {
    const own = caseSeed(seed, position);
    const outcome = await playHistory(own);
    const { judgement, falseLive, undercuts, mixedUp, convergedAfterMs, errors, serverEvents, struck } = outcome;
    const { differences, lost, duplicated, duplicateAlerts } = judgement;
    tally.cases += 1;
    if (position % lostPollEvery === 0) await addLostPoll(tally, own);
    add(tally, 'events', serverEvents);
    add(tally, 'moves', outcome.moves);
    for (const [kind, times] of struck) add(tally, `struck ${kind}`, times);
    if (convergedAfterMs !== null) sample(tally, 'convergedAfterMs', convergedAfterMs);
    const isEqual = convergedAfterMs !== null && differences.length === 0 && errors.length === 0;
    add(tally, 'equal', isEqual ? 1 : 0);
    add(tally, 'lost', lost.length);
    add(tally, 'duplicated', duplicated);
    add(tally, 'alerts', duplicateAlerts);
    add(tally, 'falseLive', falseLive);
    add(tally, 'undercuts', undercuts);
    add(tally, 'mixedUp', mixedUp);
    const isGood = isEqual && lost.length + duplicated + duplicateAlerts + falseLive + undercuts + mixedUp === 0;
    if (!isGood) {
      const what = JSON.stringify({
        convergedAfterMs,
        ...judgement,
        falseLive,
        undercuts,
        mixedUp,
        errors,
        struck: [...struck.keys()],
      });
      noteFailure(tally, { seed: own, what });
    }
  }
  return tally;
}

async function addLostPoll(tally: Tally, seed: number): Promise<void> {
  const missing = await playLostPoll(seed);
  add(tally, 'lostPolls', 1);
  if (missing.length === 0) return;
  add(tally, 'notReread', 1);
  noteFailure(tally, { seed, what: `after a lost poll: ${missing.join('; ')}` });
}

export const measure: Measure = {
  name: 'convergence.histories',
  goal: '100 %',
  run: async ({ seed, short, report }) => {
    const tally = await playInShards(import.meta.url, seed, short ? 120 : 2_000);
    const kinds = Object.keys(tally.sums).filter((name) => name.startsWith('struck ')).length;
    const healed = tally.samples['convergedAfterMs'] ?? [];
    report(
      `${tally.cases} histories, ${tally.sums['events'] ?? 0} server events, ${kinds} of ` +
        `${exchangeFaultKinds.length + worldFaultKinds.length + addressFaultKinds.length} kinds of fault struck, ` +
        `${tally.sums['lostPolls'] ?? 0} polls lost by themselves, ${tally.sums['moves'] ?? 0} moves to another address; equal again ` +
        `${percentile(healed, 0.5) / 1000} s (median), ${percentile(healed, 0.95) / 1000} s (p95), ` +
        `${percentile(healed, 1) / 1000} s (longest) after the last fault healed`,
    );
    for (const failure of tally.failures) report(`history ${failure.seed}: ${failure.what.slice(0, 900)}`);
    const none = (name: string, figure: string): Finding => {
      const value = tally.sums[figure] ?? 0;
      return { name, value, goal: '0', pass: value === 0 };
    };
    const equal = tally.sums['equal'] ?? 0;
    return [
      {
        name: 'convergence.histories',
        value: `${((100 * equal) / tally.cases).toFixed(2)} %`,
        goal: '100 %',
        pass: equal === tally.cases,
      },
      { name: 'convergence.kinds', value: kinds, goal: `at least ${kindsPromised}`, pass: kinds >= kindsPromised },
      none('convergence.lost', 'lost'),
      none('convergence.lostPolls', 'notReread'),
      none('convergence.duplicated', 'duplicated'),
      none('convergence.alerts', 'alerts'),
      none('convergence.falseLive', 'falseLive'),
      none('convergence.retryAfterUndercut', 'undercuts'),
      none('convergence.addressesMixed', 'mixedUp'),
    ];
  },
};

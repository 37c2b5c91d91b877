import { Script } from 'node:vm';
import type { Measure } from '../measure';
import { playInShards, type CaseRange } from '../shards';
import { add, emptyTally, noteFailure, type Tally } from '../tally';
import { cases, playCase } from '../typist/cases';
import { buildPage, readPage } from '../typist/page-bundle';
import { playStory, sentencesPerStory, type Outcome } from '../typist/play';
import { caseSeed } from '../world/chance';

const sentences = { full: 2_000, short: 50 };
const perStretch = 5;
/** The pages of a story stay in memory, about 20 MB each: 40 stories fit into a process. */
const stretchesPerProcess = 8;
let script: Script | null = null;

/** The known cases first, then stories drawn from the seed. */
export async function playCases({ seed, from, to }: CaseRange): Promise<Tally> {
  const tally = emptyTally();
  script ??= new Script(await readPage());
  for (let position = from; position < to; position += 1) {
    const own = caseSeed(seed, position);
    const known = cases[position];
    const outcome = await (known === undefined ? playStory(script, own) : playCase(script, known, own));
    tally.cases += 1;
    count(tally, outcome);
    if (outcome.findings.length === 0) continue;
    const name = known === undefined ? String(own) : `${known.name}:${String(own)}`;
    noteFailure(tally, { seed: own, what: `${name}: ${outcome.findings.join('; ')}` });
  }
  return tally;
}

function count(tally: Tally, outcome: Outcome): void {
  for (const name of ['sentences', 'sent', 'misread', 'commands', 'lost'] as const) add(tally, name, outcome[name]);
  add(tally, 'pageErrors', outcome.findings.filter((finding) => finding.startsWith('PAGE')).length);
  for (const [what, times] of outcome.played) add(tally, `played ${what}`, times);
}

export const measure: Measure = {
  name: 'typist.sentences',
  goal: '0 misread, 0 commands, 0 lost',
  run: async ({ seed, short, report }) => {
    await buildPage();
    const stories = (short ? sentences.short : sentences.full) / sentencesPerStory;
    const total = cases.length + stories;
    const { sums, failures } = await playInShards(import.meta.url, seed, total, perStretch, stretchesPerProcess);
    const { sentences: written = 0, sent = 0, misread = 0, commands = 0, lost = 0, pageErrors = 0 } = sums;
    report(`${written} sentences, ${sent} read as they were meant; ${playedIn(sums)}`);
    for (const { what } of failures) report(`again alone: node --import tsx test/faults/typist/one.ts ${what}`);
    const isPlayed = written >= stories * sentencesPerStory && sent > written / 6;
    return [
      { name: 'typist.readers', value: misread, goal: '0', pass: misread === 0 && isPlayed && pageErrors === 0 },
      { name: 'typist.commands', value: commands, goal: '0', pass: commands === 0 },
      { name: 'typist.lost', value: lost, goal: '0', pass: lost === 0 },
    ];
  },
};

function playedIn(sums: Readonly<Record<string, number>>): string {
  return Object.entries(sums)
    .filter(([name]) => name.startsWith('played '))
    .map(([name, times]) => `${name.slice('played '.length)} ${String(times)}`)
    .join(', ');
}

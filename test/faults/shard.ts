import process from 'node:process';
import type { CaseRange, PlayCases } from './shards';

/** A process that plays the stretches of cases it receives until the parent disconnects. */
const { playCases } = (await import(process.argv[2] ?? '')) as { readonly playCases: PlayCases };

process.on('message', (range: CaseRange) => {
  void Promise.resolve(playCases(range)).then((tally) => process.send?.(tally));
});

// Whatever the code under test left running must not keep this process alive.
process.once('disconnect', () => process.exit());

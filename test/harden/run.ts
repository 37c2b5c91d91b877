/**
 * Attacks the console and its parts: `npm run harden -- [--seed N] [--short] [--only name,...]`. Prints the seed first and the table
 * last, writes `out/harden/harden.json`, and exits with 1 if a figure misses its goal.
 */
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { runBattery } from '../faults/battery';
import type { Measure } from '../faults/measure';
import { closeMeasures, readMeasureOptions, write } from '../faults/measure-command';
import { chosen, measuresIn } from '../faults/registry';

const options = readMeasureOptions('Hardening', fileURLToPath(new URL('../../out/harden', import.meta.url)));
const { seed, only, short } = options;
const measures = chosen(await measuresIn<Measure>(new URL('./measures/', import.meta.url)), only);
const findings = await runBattery({ measures, seed, short, write });
await closeMeasures(findings, { command: 'npm run harden', file: 'harden.json', options });
// Do not wait for processes that a measure left behind.
process.stdout.write('', () => process.exit());

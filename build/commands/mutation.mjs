/**
 * `npm run mutation [-- --only step-back,ipc] [--force]`: changes the code people trust most, one small change at a time,
 * and counts which changes a test or the compiler notices. `docs/reliability.md` has the last figures.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { mutatedModules } from '../mutation/modules.mjs';
import { prepareDependencies } from '../prepare/dependencies.mjs';
import { runThrough } from '../prepare/display.mjs';
import { checkout, toolNode } from '../prepare/paths.mjs';
import { PreparationProblem, reportProblem } from '../prepare/problem.mjs';

const goal = 90;

try {
  await prepareDependencies();
  const { only, force } = parseArgs({ options: { only: { type: 'string' }, force: { type: 'boolean' } } }).values;
  const names = only?.split(',') ?? Object.keys(mutatedModules);
  const unknown = names.filter((name) => !(name in mutatedModules));
  if (unknown.length > 0) {
    const known = Object.keys(mutatedModules).join(', ');
    throw new PreparationProblem(`no module is called ${unknown.join(', ')}.`, `choose among these: ${known}.`);
  }
  // Imported late, because it needs the compiler.
  const { readReasons, tallyOf } = await import('../mutation/tally.mjs');
  const reasons = readReasons();
  const rows = [];
  for (const name of names) {
    const script = join(checkout, 'build/mutation/run-module.mjs');
    const code = await runThrough(toolNode, [script, name, ...(force === true ? ['force'] : [])]);
    if (code !== 0) throw new PreparationProblem(`Stryker ended with ${code} for ${name}.`, 'see its output above.');
    const { files } = JSON.parse(readFileSync(join(checkout, `out/mutation/${name}.json`), 'utf8'));
    const { mutants, byTests, byCompiler, explained, left } = tallyOf(files, reasons);
    const caught = (100 * (byTests + byCompiler)) / mutants;
    for (const one of left) process.stdout.write(`${one}\n`);
    rows.push({ name, mutants, byTests, byCompiler, explained, left: left.length, caught: caught.toFixed(1) });
    if (caught < goal || left.length > 0) process.exitCode = 1;
  }
  console.table(rows);
} catch (failure) {
  reportProblem(failure);
  process.exitCode = 1;
}

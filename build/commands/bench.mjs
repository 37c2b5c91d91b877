/**
 * `npm run bench -- <name>`: prepares and runs a benchmark of test/bench, under a virtual display if there is no other.
 */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { windowEnvironment } from '../run/launch.mjs';
import { prepare } from './prepare.mjs';
import { runWithDisplay } from '../prepare/display.mjs';
import { checkout } from '../prepare/paths.mjs';
import { reportProblem } from '../prepare/problem.mjs';

const folder = join(checkout, 'test', 'bench');
const names = (await readdir(folder)).filter((file) => file.endsWith('.ts')).map((file) => file.slice(0, -3));
const [name, ...args] = process.argv.slice(2);
if (name === undefined || !names.includes(name)) {
  process.stderr.write(`Usage: npm run bench -- <${names.join(' | ')}>\n`);
  process.exit(2);
}
try {
  const prepared = await prepare();
  process.exitCode = await runWithDisplay(
    prepared.nodePath,
    ['--expose-gc', '--import', 'tsx', join(folder, `${name}.ts`), ...args],
    { cwd: checkout, environment: windowEnvironment(prepared) },
  );
} catch (failure) {
  reportProblem(failure);
  process.exitCode = 1;
}

/** `npm run faults -- [--seed N] [--short] [--only name,...] [--mutations]`: prepares, then runs the fault battery. */
import { join } from 'node:path';
import { prepare } from './prepare.mjs';
import { prepareLimitingProxies } from '../prepare/limiting-proxies.mjs';
import { runWithDisplay } from '../prepare/display.mjs';
import { checkout } from '../prepare/paths.mjs';
import { reportProblem } from '../prepare/problem.mjs';
import { windowEnvironment } from './launch.mjs';

try {
  const prepared = await prepare();
  await prepareLimitingProxies();
  const battery = ['--import', 'tsx', join(checkout, 'test/faults/run.ts'), ...process.argv.slice(2)];
  process.exitCode = await runWithDisplay(prepared.nodePath, battery, {
    cwd: checkout,
    environment: windowEnvironment(prepared),
  });
} catch (failure) {
  reportProblem(failure);
  process.exitCode = 1;
}

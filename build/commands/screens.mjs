/**
 * `npm run screens`: takes screenshots of every screen and state and checks them with axe, under a virtual display if
 * there is no other.
 */
import { join } from 'node:path';
import { windowEnvironment } from './launch.mjs';
import { prepare } from './prepare.mjs';
import { runWithDisplay } from '../prepare/display.mjs';
import { checkout } from '../prepare/paths.mjs';
import { reportProblem } from '../prepare/problem.mjs';

try {
  const prepared = await prepare();
  const pictures = ['--import', 'tsx', join(checkout, 'test/screens/run.ts'), ...process.argv.slice(2)];
  process.exitCode = await runWithDisplay(prepared.nodePath, pictures, {
    cwd: checkout,
    environment: windowEnvironment(prepared),
  });
} catch (failure) {
  reportProblem(failure);
  process.exitCode = 1;
}

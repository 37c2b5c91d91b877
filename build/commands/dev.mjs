/**
 * `npm run dev`: the console on the practice floor with its developer tools. A change in renderer reloads the page, one in
 * main or preload restarts the console. Under a virtual display where there is none; arguments as for `npm start`.
 */
import { join } from 'node:path';
import { consoleArguments, sandboxArguments, windowEnvironment } from '../run/launch.mjs';
import { prepare } from './prepare.mjs';
import { runWithDisplay } from '../prepare/display.mjs';
import { checkout } from '../prepare/paths.mjs';
import { reportProblem } from '../prepare/problem.mjs';

try {
  const prepared = await prepare({ build: false });
  const own = [...sandboxArguments(), ...consoleArguments(process.argv.slice(2))];
  process.exitCode = await runWithDisplay(prepared.nodePath, [join(checkout, 'build/dev/run.mjs'), ...own], {
    cwd: checkout,
    environment: windowEnvironment(prepared),
  });
} catch (failure) {
  reportProblem(failure);
  process.exitCode = 1;
}

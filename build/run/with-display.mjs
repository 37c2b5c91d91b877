/**
 * Runs a command, under a virtual display if there is no other: node build/run/with-display.mjs <command>
 * [arguments]
 */
import { runWithDisplay } from '../prepare/display.mjs';
import { reportProblem } from '../prepare/problem.mjs';

const [command, ...args] = process.argv.slice(2);
if (command === undefined) {
  process.stderr.write('Usage: node build/run/with-display.mjs <command> [arguments]\n');
  process.exit(2);
}
try {
  process.exitCode = await runWithDisplay(command, args);
} catch (failure) {
  reportProblem(failure);
  process.exitCode = 1;
}

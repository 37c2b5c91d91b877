/**
 * `npm start`: prepares what is missing and opens the console on the practice floor, or on the server named with `--
 * --server <url>`. Without a display it plays the tour instead and returns its exit code.
 */
import { openConsole, playTour } from '../run/launch.mjs';
import { prepare } from './prepare.mjs';
import { hasDisplay } from '../prepare/display.mjs';
import { PreparationProblem, reportProblem } from '../prepare/problem.mjs';

const args = process.argv.slice(2);

try {
  if (!hasDisplay() && args.some((argument) => argument.startsWith('--server'))) {
    throw new PreparationProblem(
      'a real server needs a person in front of a window, and there is no display here.',
      'run it on a desktop (DISPLAY or WAYLAND_DISPLAY set), or leave --server out to see the tour.',
    );
  }
  const prepared = await prepare();
  process.exitCode = await (hasDisplay() ? openConsole(prepared, args) : playTour(prepared, args));
} catch (failure) {
  reportProblem(failure);
  process.exitCode = 1;
}

/** `npm run tour`: the scripted shift in a real window, on this display or, without one, on a virtual one. */
import { playTour } from '../run/launch.mjs';
import { prepare } from './prepare.mjs';
import { reportProblem } from '../prepare/problem.mjs';

try {
  process.exitCode = await playTour(await prepare(), process.argv.slice(2));
} catch (failure) {
  reportProblem(failure);
  process.exitCode = 1;
}

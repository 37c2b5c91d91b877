/** `npm run tour`: the scripted shift in a real window, on this desktop or, without one, under a virtual display. */
import { playTour } from './launch.mjs';
import { prepare } from './prepare.mjs';
import { reportProblem } from '../prepare/problem.mjs';

try {
  process.exitCode = await playTour(await prepare(), process.argv.slice(2));
} catch (failure) {
  reportProblem(failure);
  process.exitCode = 1;
}

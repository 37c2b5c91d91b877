/**
 * `npm run screens`: takes screenshots of every screen and state and checks them with axe, under a virtual display if
 * there is no other.
 */
import { runWithWindows } from '../run/run-script.mjs';

await runWithWindows('test/screens/run.ts');

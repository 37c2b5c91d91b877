/** `npm run attention -- [--seed N] [--short] [--only name,...]`: prepares, then measures the console on real desktops. */
import { runWithWindows } from '../run/run-script.mjs';
import { prepareWholeDesktop } from '../prepare/desktop-programs.mjs';

await runWithWindows('test/attention/run.ts', { prepareMore: prepareWholeDesktop });

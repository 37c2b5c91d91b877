/** `npm run faults -- [--seed N] [--short] [--only name,...] [--mutations]`: prepares, then runs the fault battery. */
import { runWithWindows } from '../run/run-script.mjs';
import { prepareLimitingProxies } from '../prepare/limiting-proxies.mjs';

await runWithWindows('test/faults/run.ts', { prepareMore: prepareLimitingProxies });

/** `npm run bench -- [--only name,...]`: prepares, then measures, under a virtual display if there is no other. */
import { runWithWindows } from '../run/run-script.mjs';

await runWithWindows('test/bench/run.ts', { nodeOptions: ['--expose-gc'] });

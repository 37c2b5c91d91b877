/** `npm run journal -- verify FOLDER`: checks a journal, in Node, without a window. */
import { runInNode } from '../run/run-script.mjs';

await runInNode('main/journal/cli.ts');

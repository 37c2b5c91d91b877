/** `npm run rules -- chats.json [--settings file]`: tries the attention rules on transcripts, in Node, without a window. */
import { runInNode } from '../run/run-script.mjs';

await runInNode('main/rules/cli.ts');

/** `npm run policy -- check FILE`: checks a policy, or writes the templates for administrators, in Node. */
import { runInNode } from '../run/run-script.mjs';

await runInNode('main/policy/cli.ts');

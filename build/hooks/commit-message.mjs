/**
 * The commit-msg hook: `node build/hooks/commit-message.mjs FILE` refuses a subject that is too long, and words that
 * build/cspell.json bans. `prepare.mjs` installs it; `git commit --no-verify` skips it once.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkout, toolNode } from '../prepare/paths.mjs';
import { runCommand } from '../prepare/run-command.mjs';
import { messageText, subjectProblem } from './message-rules.mjs';

const [file = ''] = process.argv.slice(2);
const message = messageText(await readFile(file, 'utf8'));
const problems = [];
const subject = subjectProblem(message);
if (subject !== null) problems.push(subject);
const spelling = await runCommand(
  toolNode,
  [
    join(checkout, 'node_modules', 'cspell', 'bin.mjs'),
    ...['lint', '--config', join(checkout, 'build', 'cspell.json')],
    ...['--no-progress', '--no-summary', 'stdin'],
  ],
  { cwd: checkout, input: message },
);
if (spelling.code !== 0) problems.push(spelling.output.trim());
if (problems.length > 0) {
  process.stderr.write(`The commit message is refused:\n${problems.map((problem) => `  ${problem}`).join('\n')}\n`);
  process.exitCode = 1;
}

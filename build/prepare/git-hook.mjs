import { access, mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { checkout } from './paths.mjs';
import { runCommand } from './run-command.mjs';

/**
 * Runs the script of the current checkout, so that the rules belong to the branch; a branch without the script accepts
 * every message.
 */
const hook = `#!/bin/sh
# Installed by build/commands/prepare.mjs. To remove it: delete this file and set "git config sightline.hook false".
script=build/hooks/commit-message.mjs
[ ! -f "$script" ] || [ ! -d node_modules/cspell ] || exec node "$script" "$1"
`;

/** @param {readonly string[]} args */
async function git(args) {
  const { code, output } = await runCommand('git', args, { cwd: checkout });
  return code === 0 ? output.trim() : null;
}

/**
 * Installs the commit-msg hook, unless there is one, hooks are in another folder, CI runs, or `git config
 * sightline.hook` is false. Linked worktrees use the hooks of their main checkout.
 */
export async function prepareGitHook() {
  if (process.env['CI']) return;
  const folders = await git([
    'rev-parse',
    '--git-dir',
    '--git-common-dir',
    '--show-toplevel',
    '--git-path',
    'hooks/commit-msg',
  ]);
  const [gitFolder, common, top, path] = (folders ?? '').split('\n').map((line) => resolve(checkout, line));
  if (folders === null || gitFolder !== common || top !== checkout || path === undefined) return;
  const [elsewhere, wanted] = await Promise.all([
    git(['config', 'core.hooksPath']),
    git(['config', '--type=bool', 'sightline.hook']),
  ]);
  if (elsewhere !== null || wanted === 'false') return;
  const isThere = await access(path).then(
    () => true,
    () => false,
  );
  if (isThere) return;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, hook, { mode: 0o755 });
}

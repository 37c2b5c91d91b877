import { spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { LaunchedConsole } from '../../support/electron/launch';
import { contentsOf } from './page-contents';
import { findsBelow, findsIn, findsInProcesses } from './searched';
import { formsOf, secretNames, type Secrets } from './secrets';

/** Puts every secret where a leak would put it, and returns the places in which the search does not find all of them. */
export async function blindPlaces(
  secrets: Secrets,
  folder: string,
  launched: LaunchedConsole,
): Promise<readonly string[]> {
  const [file, forms] = [path.join(folder, 'control'), secrets.entries().map(([, value]) => formsOf(value))];
  const count = Math.max(...forms.map(({ length }) => length));
  const blind: string[] = [];
  for (let form = 0; form < count; form += 1) {
    // One form in each file, so that no form hides that another is not found.
    writeFileSync(file, Buffer.concat(forms.flatMap((one) => [one[form] ?? Buffer.alloc(0), Buffer.from([0])])));
    if (!isComplete(findsBelow(folder, secrets))) blind.push(`a file, in form ${form}`);
  }
  rmSync(file);
  const values = secrets.entries().map(([, value]) => value);
  const child = spawn('sleep', ['60'], { env: { CONTROL: values.join(' ') } });
  const named = spawn('sh', ['-c', 'sleep 60', ...values]);
  for (const { pid = 0 } of [child, named]) if (!isComplete(findsInProcesses([pid], secrets))) blind.push('a process');
  for (const one of [child, named]) one.kill('SIGKILL');
  // As a page would hold it: in a variable, made at run time.
  await launched.page.evaluate((held) => Object.assign(window, { control: held.map((value) => `${value} `) }), values);
  if (!isComplete(findsIn(await contentsOf(launched), 'page', secrets))) blind.push('the page');
  return blind;
}

function isComplete(finds: readonly string[]): boolean {
  return secretNames.every((name) => finds.some((find) => find.startsWith(`${name} in `)));
}

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { policyEntries, policyJsonSchema, textIn } from './policy-entries';
import { readPolicy } from './policy-schema';
import { admx, adml, policyTable, withTable } from './policy-templates';

const usage = `npm run policy -- check FILE     checks a policy file (policy.json)
npm run policy -- write FOLDER   writes the JSON schema and the group policy templates of Windows
npm run policy -- document FILE  renews the table of all values in a page (docs/administration.md)

Exit code 0: all of it is used. 1: what is not used is named. 2: nothing could be done.
`;

async function run(): Promise<number> {
  const [task, target, ...rest] = process.argv.slice(2);
  if (target === undefined || rest.length > 0) return explain();
  if (task === 'check') return check(target);
  if (task === 'document') return document(target);
  return task === 'write' ? write(target) : explain();
}

function explain(): number {
  process.stderr.write(usage);
  return 2;
}

async function check(file: string): Promise<number> {
  const text = await readFile(file, 'utf8');
  const { state, settings, logLevel } = readPolicy({
    source: file,
    values: parsed(text),
  });
  const forbidden = Object.entries(state.rights).flatMap(([name, isAllowed]) => (isAllowed ? [] : [name]));
  const used = [...Object.keys(settings), ...forbidden];
  if (state.allowedHosts !== null) used.push('allowedHosts');
  if (state.signInHosts !== null) used.push('signInHosts');
  if (logLevel !== null) used.push('logLevel');
  if (state.updates !== null) used.push('updates');
  for (const name of ['profiles', 'clientCertificates', 'negotiateHosts'] as const) {
    if (state[name].length > 0) used.push(name);
  }
  process.stdout.write(`Used: ${used.length === 0 ? 'nothing' : used.join(', ')}\n`);
  for (const { name, reason } of state.problems) process.stdout.write(`Not used: ${name ?? 'all of it'} (${reason})\n`);
  return state.problems.length === 0 ? 0 : 1;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

async function document(file: string): Promise<number> {
  const table = policyTable(policyEntries(await englishTexts()));
  await writeFile(file, withTable(await readFile(file, 'utf8'), table));
  return 0;
}

async function englishTexts(): Promise<(key: string) => string | undefined> {
  const catalogue: unknown = JSON.parse(await readFile(path.resolve('renderer/locales/en.json'), 'utf8'));
  return (key) => textIn(catalogue, key);
}

async function write(folder: string): Promise<number> {
  const entries = policyEntries(await englishTexts());
  const files = {
    'policy.schema.json': `${JSON.stringify(policyJsonSchema(), null, 2)}\n`,
    'sightline.admx': admx(entries),
    'en-US/sightline.adml': adml(entries),
  };
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
    process.stdout.write(`${file}\n`);
  }
  return 0;
}

try {
  process.exitCode = await run();
} catch (cause) {
  process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`);
  process.exitCode = 2;
}

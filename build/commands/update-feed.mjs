/**
 * `npm run update-feed`: publishes installers to the consoles of an organization.
 *
 * - `npm run update-feed -- key <file>` makes a private key and prints the public one for the policy.
 * - `npm run update-feed -- sign <folder> <key file> [channel]` writes a signed feed next to the installers of each
 *   system: the folder is then what the policy's `url` names.
 */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkout } from '../prepare/paths.mjs';
import { PreparationProblem, reportProblem } from '../prepare/problem.mjs';

/** Endings of what a console can install by itself, by system. */
const installers = { linux: ['.AppImage', '.deb', '.rpm'], win32: ['.exe'], darwin: ['.zip'] };
const architectures = { x64: ['x64', 'x86_64', 'amd64'], arm64: ['arm64', 'aarch64'] };

try {
  const [act, ...rest] = process.argv.slice(2);
  if (act === 'key' && rest[0] !== undefined) await makeKey(rest[0]);
  else if (act === 'sign' && rest[0] !== undefined && rest[1] !== undefined)
    await signFolder(rest[0], rest[1], rest[2]);
  else throw new PreparationProblem('nothing to do.', 'see the top of build/commands/update-feed.mjs.');
} catch (failure) {
  reportProblem(failure);
  process.exitCode = 1;
}

/** @param {string} file */
async function makeKey(file) {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  // An existing key is never replaced: consoles trust only what it signed.
  await writeFile(file, privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600, flag: 'wx' });
  process.stdout.write(
    `  The private key is in ${file}. Keep it off the update server.\n  "publicKey": "${spki(publicKey)}"\n`,
  );
}

/**
 * @param {string} folder
 * @param {string} keyFile
 * @param {string} [channel]
 */
async function signFolder(folder, keyFile, channel = 'latest') {
  const key = createPrivateKey(await readFile(keyFile));
  const { version } = JSON.parse(await readFile(join(checkout, 'package.json'), 'utf8'));
  const names = (await readdir(folder)).filter((name) => name.includes(version));
  let count = 0;
  for (const [system, endings] of Object.entries(installers)) {
    for (const [architecture, spellings] of Object.entries(architectures)) {
      const fitting = names.filter(
        (name) => endings.some((ending) => name.endsWith(ending)) && spellings.some((one) => name.includes(one)),
      );
      if (fitting.length === 0) continue;
      const files = await Promise.all(fitting.sort().map((name) => describe(folder, name)));
      const text = JSON.stringify({ version, files }, null, 2);
      const feed = join(folder, `${channel}-${system}-${architecture}.json`);
      await writeFile(feed, text);
      await writeFile(`${feed}.sig`, sign(null, Buffer.from(text), key).toString('base64'));
      process.stdout.write(`  ${feed}: ${fitting.join(', ')}\n`);
      count += 1;
    }
  }
  if (count === 0)
    throw new PreparationProblem(`no installer of version ${version} is in ${folder}.`, 'run npm run package first.');
  process.stdout.write(`  Signed with the key whose public part is ${spki(createPublicKey(key))}\n`);
}

/**
 * @param {string} folder
 * @param {string} name
 */
async function describe(folder, name) {
  const content = await readFile(join(folder, name));
  return { url: name, sha512: createHash('sha512').update(content).digest('base64'), size: content.length };
}

/** @param {import('node:crypto').KeyObject} key */
function spki(key) {
  return key.export({ format: 'der', type: 'spki' }).toString('base64');
}

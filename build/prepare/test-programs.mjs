import { access, rm, writeFile } from 'node:fs/promises';
import { apt, isOnPath, namesHere } from './shared-libraries.mjs';

/**
 * @typedef {object} TestProgram
 * @property {string} program its name, or its path if it is outside of PATH
 * @property {string} inPackage the Debian package
 */

/** Debian runs this file to decide whether to start an installed service; 101 means no. */
const policyFile = '/usr/sbin/policy-rc.d';
const startNothing = '#!/bin/sh\nexit 101\n';

/** @param {string} path */
function exists(path) {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** @param {string} program */
async function isThere(program) {
  if (program.startsWith('/')) return exists(program);
  return (await isOnPath(program)) || (await exists(`/usr/sbin/${program}`));
}

/**
 * Installs missing programs that only tests use, without starting their services, if that needs no password (root, apt);
 * otherwise does nothing. Tests report what is missing.
 * @param {readonly TestProgram[]} programs
 */
export async function prepareTestPrograms(programs) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !(await isOnPath('apt-get'))) return;
  const found = await Promise.all(programs.map(({ program }) => isThere(program)));
  const missing = [...new Set(programs.filter((_, at) => found[at] === false).map(({ inPackage }) => inPackage))];
  if (missing.length === 0) return;
  const isOurPolicy = await writeFile(policyFile, startNothing, { mode: 0o755, flag: 'wx' }).then(
    () => true,
    () => false,
  );
  try {
    await apt(['update']);
    await apt(['install', ...(await namesHere(missing))]);
  } catch (failure) {
    process.stderr.write(`  Without ${missing.join(' and ')}: ${failure instanceof Error ? failure.message : ''}\n`);
  } finally {
    if (isOurPolicy) await rm(policyFile, { force: true });
  }
}

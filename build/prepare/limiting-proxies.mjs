import { access, rm, writeFile } from 'node:fs/promises';
import { apt, isOnPath, namesHere } from './shared-libraries.mjs';

/** Proxies with rate limits, for tests only. Tests report it if they are missing. */
const proxies = [
  { program: 'nginx', inPackage: 'nginx-light' },
  { program: 'haproxy', inPackage: 'haproxy' },
];

/** Debian runs this file to decide whether to start an installed service; 101 means no. */
const policyFile = '/usr/sbin/policy-rc.d';
const startNothing = '#!/bin/sh\nexit 101\n';

/** @param {string} program */
async function isThere(program) {
  if (await isOnPath(program)) return true;
  return access(`/usr/sbin/${program}`).then(
    () => true,
    () => false,
  );
}

/** Installs missing proxies without starting them, if that needs no password (root, apt); otherwise does nothing. */
export async function prepareLimitingProxies() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !(await isOnPath('apt-get'))) return;
  const found = await Promise.all(proxies.map(({ program }) => isThere(program)));
  const missing = proxies.filter((_, at) => found[at] === false).map(({ inPackage }) => inPackage);
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

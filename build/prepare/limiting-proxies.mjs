import { prepareTestPrograms } from './test-programs.mjs';

/** Installs proxies with rate limits, which the fault battery uses. */
export function prepareLimitingProxies() {
  return prepareTestPrograms([
    { program: 'nginx', inPackage: 'nginx-light' },
    { program: 'haproxy', inPackage: 'haproxy' },
  ]);
}

import { prepareTestPrograms } from './test-programs.mjs';

/** Installs the servers and the certificate tools that end-to-end tests of managed networks use. */
export function prepareNetworkPrograms() {
  return prepareTestPrograms([
    { program: 'nginx', inPackage: 'nginx-light' },
    { program: 'squid', inPackage: 'squid' },
    { program: '/usr/lib/squid/basic_ncsa_auth', inPackage: 'squid' },
    { program: 'certutil', inPackage: 'libnss3-tools' },
    { program: 'openssl', inPackage: 'openssl' },
  ]);
}

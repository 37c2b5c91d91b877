import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface SigningPair {
  readonly key: string;
  readonly cert: string;
}

/** Makes a key and a certificate for one run, so that no key is kept anywhere. Needs `openssl`. */
export function makeSigningPair(): SigningPair {
  const folder = mkdtempSync(path.join(tmpdir(), 'sightline-provider-'));
  const [keyFile, certFile] = [path.join(folder, 'key'), path.join(folder, 'certificate')];
  const kind = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', '/CN=identity-provider'];
  try {
    execFileSync('openssl', [...kind, '-keyout', keyFile, '-out', certFile], { stdio: 'ignore' });
    return { key: readFileSync(keyFile, 'utf8'), cert: readFileSync(certFile, 'utf8') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

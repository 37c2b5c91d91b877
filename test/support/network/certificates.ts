import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A certificate with its key, as files. */
export interface IssuedCertificate {
  readonly certificate: string;
  readonly key: string;
  /** The certificate's text. */
  readonly pem: string;
}

export interface LeafOptions {
  readonly commonName: string;
  /** As in `subjectAltName`; without one, `DNS:` and the common name. */
  readonly names?: string;
  /** In the form of `openssl ca`: `YYYYMMDDhhmmssZ`. */
  readonly from?: string;
  readonly to?: string;
  readonly isForClients?: boolean;
}

/** A certification authority of a test, made with openssl in a folder of its own. */
export class TestAuthority {
  readonly #folder: string;
  readonly certificate: string;
  readonly #key: string;
  #count = 0;

  constructor(folder: string, name: string) {
    this.#folder = folder;
    this.certificate = path.join(folder, 'authority.crt');
    this.#key = path.join(folder, 'authority.key');
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'index.txt'), '');
    writeFileSync(path.join(folder, 'serial'), '1000\n');
    openssl([
      ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-utf8', '-days', '30', '-subj', `/O=${name}/CN=${name}`],
      ...['-keyout', this.#key, '-out', this.certificate],
    ]);
  }

  issue({ commonName, names, from, to, isForClients = false }: LeafOptions): IssuedCertificate {
    this.#count += 1;
    const base = path.join(this.#folder, `leaf-${this.#count}`);
    const configuration = `${base}.cnf`;
    writeFileSync(
      configuration,
      [
        '[ca]',
        'default_ca = own',
        '[own]',
        `database = ${this.#folder}/index.txt`,
        `serial = ${this.#folder}/serial`,
        `new_certs_dir = ${this.#folder}`,
        `certificate = ${this.certificate}`,
        `private_key = ${this.#key}`,
        'default_md = sha256',
        'policy = any',
        'unique_subject = no',
        'x509_extensions = leaf',
        '[any]',
        'commonName = supplied',
        '[leaf]',
        'basicConstraints = critical, CA:false',
        `extendedKeyUsage = ${isForClients ? 'clientAuth' : 'serverAuth'}`,
        `subjectAltName = ${names ?? `DNS:${commonName}`}`,
        '',
      ].join('\n'),
    );
    openssl([
      ...['req', '-new', '-newkey', 'rsa:2048', '-nodes', '-subj', `/CN=${commonName}`],
      ...['-keyout', `${base}.key`, '-out', `${base}.csr`],
    ]);
    openssl([
      ...['ca', '-batch', '-config', configuration, '-in', `${base}.csr`, '-out', `${base}.crt`, '-notext'],
      ...(from === undefined ? [] : ['-startdate', from]),
      ...(to === undefined ? ['-days', '20'] : ['-enddate', to]),
    ]);
    return issued(base);
  }
}

/** A certificate that signed itself. */
export function selfSigned(folder: string, commonName: string): IssuedCertificate {
  mkdirSync(folder, { recursive: true });
  const base = path.join(folder, 'self-signed');
  openssl([
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '20', '-subj', `/CN=${commonName}`],
    ...['-addext', `subjectAltName=DNS:${commonName}`, '-keyout', `${base}.key`, '-out', `${base}.crt`],
  ]);
  return issued(base);
}

/** Makes Chromium trust an authority as an administrator does on Linux: in the NSS database of the user. */
export function trustIn(home: string, certificate: string): void {
  const database = path.join(home, '.pki', 'nssdb');
  mkdirSync(database, { recursive: true });
  execFileSync('certutil', ['-d', `sql:${database}`, '-N', '--empty-password']);
  execFileSync('certutil', ['-d', `sql:${database}`, '-A', '-t', 'C,,', '-n', 'test-authority', '-i', certificate]);
}

/** Installs a certificate that identifies the user of this home. */
export function addClientCertificate(home: string, { certificate, key }: IssuedCertificate, name: string): void {
  const bundle = `${certificate}.p12`;
  openssl([
    ...['pkcs12', '-export', '-in', certificate, '-inkey', key, '-name', name, '-out', bundle, '-passout', 'pass:'],
  ]);
  execFileSync('pk12util', ['-d', `sql:${path.join(home, '.pki', 'nssdb')}`, '-i', bundle, '-W', ''], {
    stdio: 'ignore',
  });
}

function issued(base: string): IssuedCertificate {
  const certificate = `${base}.crt`;
  return { certificate, key: `${base}.key`, pem: readFileSync(certificate, 'utf8') };
}

function openssl(args: readonly string[]): void {
  execFileSync('openssl', args, { stdio: ['ignore', 'ignore', 'pipe'] });
}

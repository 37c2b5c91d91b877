import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { freePort } from '../electron/free-port';
import { startSystemServer } from './system-server';

export interface SquidOptions {
  readonly folder: string;
  /** Requires this pair; without one it lets everyone pass. */
  readonly account?: { readonly userName: string; readonly password: string };
  /** Further lines of its configuration. */
  readonly more?: readonly string[];
}

export interface Squid {
  readonly port: number;
  /** What it logged: one line for each connection or refusal. */
  log(): readonly string[];
  stop(): Promise<void>;
}

/** A real squid, which finds `gws.test` on this computer. */
export async function startSquid({ folder, account, more = [] }: SquidOptions): Promise<Squid> {
  const port = await freePort();
  const [users, hosts, log] = ['users', 'hosts', 'access.log'].map((name) =>
    path.join(folder, `squid-${port}-${name}`),
  );
  writeFileSync(hosts ?? '', '127.0.0.1 localhost gws.test\n');
  const isGuarded = account !== undefined;
  if (isGuarded) {
    const hash = execFileSync('openssl', ['passwd', '-apr1', account.password], { encoding: 'utf8' }).trim();
    writeFileSync(users ?? '', `${account.userName}:${hash}\n`);
  }
  const file = path.join(folder, `squid-${port}.conf`);
  writeFileSync(
    file,
    [
      `http_port 127.0.0.1:${port}`,
      `pid_filename ${folder}/squid-${port}.pid`,
      ...(isGuarded
        ? [
            `auth_param basic program /usr/lib/squid/basic_ncsa_auth ${users}`,
            'auth_param basic realm Example proxy',
            'acl people proxy_auth REQUIRED',
            'http_access allow people',
            'http_access deny all',
          ]
        : ['http_access allow all']),
      `access_log stdio:${log}`,
      `cache_log ${folder}/squid-${port}-cache.log`,
      `coredump_dir ${folder}`,
      'cache deny all',
      ...(process.getuid?.() === 0 ? ['cache_effective_user proxy'] : []),
      'shutdown_lifetime 1 seconds',
      `hosts_file ${hosts}`,
      ...more,
      '',
    ].join('\n'),
  );
  // squid gives up root, and its helpers read the accounts as another user.
  chmodSync(folder, 0o777);
  const server = await startSystemServer('squid', ['-N', '-f', file, '-n', `test${port}`], port);
  return {
    port,
    log: () => {
      try {
        return readFileSync(log ?? '', 'utf8')
          .split('\n')
          .filter((line) => line !== '');
      } catch {
        return [];
      }
    },
    stop: () => server.stop(),
  };
}

import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A proxy of the operating system in front of a server that allows 10 requests a second. */
export interface LimitedBy {
  readonly name: string;
  readonly program: 'nginx' | 'haproxy';
  /** Part of the short daily run. */
  readonly isDaily: boolean;
  readonly config: (ports: { readonly own: number; readonly server: number }, folder: string) => string;
}

const nginx =
  (limit: string, status: string) =>
  ({ own, server }: { readonly own: number; readonly server: number }, folder: string): string => `
daemon off;
master_process off;
error_log stderr crit;
pid ${folder}/nginx.pid;
events { worker_connections 256; }
http {
  access_log off;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  limit_req_zone $binary_remote_addr zone=consoles:1m rate=10r/s;
  ${status}
  server {
    listen 127.0.0.1:${own};
    location / {
      limit_req zone=consoles ${limit};
      proxy_read_timeout 120s;
      proxy_set_header Host $http_host;
      proxy_pass http://127.0.0.1:${server};
    }
  }
}
`;

const haproxy =
  (period: string, most: number) =>
  ({ own, server }: { readonly own: number; readonly server: number }): string => `
global
  maxconn 256
defaults
  mode http
  timeout connect 5s
  timeout client 120s
  timeout server 120s
frontend consoles
  bind 127.0.0.1:${own}
  stick-table type ip size 1k expire 60s store http_req_rate(${period})
  http-request track-sc0 src
  http-request deny deny_status 429 if { sc_http_req_rate(0) gt ${most} }
  default_backend floor
backend floor
  server floor 127.0.0.1:${server}
`;

const refusingWith429 = 'limit_req_status 429;';

export const limits: readonly LimitedBy[] = [
  { name: 'nginx without burst', program: 'nginx', isDaily: true, config: nginx('', refusingWith429) },
  { name: 'nginx without burst, answering 503', program: 'nginx', isDaily: false, config: nginx('', '') },
  { name: 'nginx with a burst of 20', program: 'nginx', isDaily: false, config: nginx('burst=20', refusingWith429) },
  {
    name: 'nginx with a burst of 20, undelayed',
    program: 'nginx',
    isDaily: false,
    config: nginx('burst=20 nodelay', refusingWith429),
  },
  { name: 'haproxy, 10 in a second', program: 'haproxy', isDaily: true, config: haproxy('1s', 10) },
  { name: 'haproxy, 100 in ten seconds', program: 'haproxy', isDaily: false, config: haproxy('10s', 100) },
];

/** Directories of programs that distributions start as root. */
const searchPath = `${process.env['PATH'] ?? ''}:/usr/sbin:/usr/local/sbin`;

export function hasProgram(program: LimitedBy['program']): Promise<boolean> {
  return new Promise((resolve) => {
    execFile(program, ['-v'], { env: { ...process.env, PATH: searchPath } }, (failure) => {
      resolve(failure === null);
    });
  });
}

/** One running proxy with its own configuration and folder. */
export class LimitingProxy {
  readonly url: string;
  readonly #process: ChildProcess;
  readonly #folder: string;

  private constructor(port: number, process: ChildProcess, folder: string) {
    this.url = `http://127.0.0.1:${port}`;
    this.#process = process;
    this.#folder = folder;
  }

  static async open({ program, config }: LimitedBy, serverPort: number): Promise<LimitingProxy> {
    const folder = await mkdtemp(join(tmpdir(), 'sightline-limit-'));
    const own = await freePort();
    const file = join(folder, `${program}.conf`);
    await writeFile(file, config({ own, server: serverPort }, folder));
    const args = program === 'nginx' ? ['-p', folder, '-c', file] : ['-q', '-db', '-f', file];
    const child = spawn(program, args, {
      env: { ...process.env, PATH: searchPath },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (piece: Buffer) => (said += piece.toString()));
    const proxy = new LimitingProxy(own, child, folder);
    const problem = await answersWithin(own, child, 10_000);
    if (problem === null) return proxy;
    await proxy.close();
    throw new Error(`${program} did not start: ${problem} ${said}`);
  }

  async close(): Promise<void> {
    if (this.#process.exitCode === null && this.#process.signalCode === null) {
      const ended = new Promise((resolve) => this.#process.once('exit', resolve));
      this.#process.kill('SIGKILL');
      await ended;
    }
    await rm(this.#folder, { recursive: true, force: true });
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => {
        resolve(port);
      });
    });
  });
}

/** `null` once the port accepts connections. It sends no request, so that none is counted. */
async function answersWithin(port: number, child: ChildProcess, withinMs: number): Promise<string | null> {
  const deadline = performance.now() + withinMs;
  while (performance.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null) return 'it ended.';
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('connect', () => {
        socket.destroy();
        resolve(true);
      });
      socket.once('error', () => {
        resolve(false);
      });
    });
    if (isOpen) return null;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return 'nobody listens.';
}

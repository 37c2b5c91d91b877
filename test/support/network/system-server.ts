import { execFileSync, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';

/** Directories of programs that distributions start as root. */
const environment = { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/usr/local/sbin` };
const startsWithinMs = 15_000;

/** Whether these programs are installed; the names of those that are not. */
export function missingPrograms(programs: readonly string[]): readonly string[] {
  return programs.filter((program) => {
    try {
      execFileSync('sh', ['-c', 'command -v "$1"', 'sh', program], { env: environment, stdio: 'ignore' });
      return false;
    } catch {
      return true;
    }
  });
}

export interface RunningServer {
  stop(): Promise<void>;
}

/** Starts a server of the operating system in the foreground and waits until it accepts connections on a port. */
export async function startSystemServer(
  program: string,
  args: readonly string[],
  port: number,
): Promise<RunningServer> {
  const child = spawn(program, args, { env: environment, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (piece: Buffer) => (said += piece.toString()));
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  };
  const until = Date.now() + startsWithinMs;
  while (!(await accepts(port))) {
    if (child.exitCode !== null || Date.now() > until) {
      await stop();
      throw new Error(`${program} did not start: ${said}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { stop };
}

/** Starts nginx with these server blocks. */
export function startNginx(folder: string, servers: string, port: number): Promise<RunningServer> {
  const file = path.join(folder, 'nginx.conf');
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  writeFileSync(
    file,
    `daemon off;
master_process off;
error_log stderr crit;
pid ${folder}/nginx.pid;
events { worker_connections 256; }
http {
  log_format tls '$server_port $request_method $uri client=$ssl_client_verify "$ssl_client_s_dn"';
  access_log ${folder}/access.log tls;
  ${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join('\n  ')}
  ${servers}
}
`,
  );
  return startSystemServer('nginx', ['-p', folder, '-c', file], port);
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => {
      resolve(false);
    });
  });
}

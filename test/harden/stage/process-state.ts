import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** Ports at which one of the processes accepts connections. */
export function listeningPorts(pids: readonly number[]): readonly number[] {
  const inodes = new Set(pids.flatMap(socketsOf));
  return ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((table) =>
    linesOf(table).flatMap((line) => {
      const [, local = '', , state, , , , , , inode = ''] = line.trim().split(/\s+/u);
      return state === '0A' && inodes.has(inode) ? [Number.parseInt(local.split(':').at(-1) ?? '', 16)] : [];
    }),
  );
}

/** Renderers that run without a filter of system calls, or may gain privileges. */
export function renderersWithoutSandbox(pids: readonly number[]): readonly number[] {
  return pids.filter((pid) => {
    if (!textOf(`/proc/${pid}/cmdline`).includes('--type=renderer')) return false;
    const status = textOf(`/proc/${pid}/status`);
    return !/^NoNewPrivs:\t1$/mu.test(status) || !/^Seccomp:\t2$/mu.test(status);
  });
}

function socketsOf(pid: number): readonly string[] {
  try {
    const folder = `/proc/${pid}/fd`;
    return readdirSync(folder).flatMap((name) => /^socket:\[(\d+)\]$/u.exec(linkOf(`${folder}/${name}`))?.[1] ?? []);
  } catch {
    return [];
  }
}

function linesOf(file: string): readonly string[] {
  return textOf(file).split('\n').slice(1);
}

/** A process may end at any time. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function linkOf(file: string): string {
  try {
    return readlinkSync(file);
  } catch {
    return '';
  }
}

import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Calls of the kernel that open a connection or send a datagram. */
const calls = ['connect', 'sendto', 'sendmsg', 'sendmmsg'];

/** Follows a program and all its processes, and keeps what each asks of the kernel's network. */
export class TracedConnections {
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'sightline-traced-'));

  /** Returns a program that starts the given one under the tracer. */
  startedBy(program: string): string {
    const starter = path.join(this.#folder, 'start');
    // One file a process, because lines of several would mix.
    const trace = `strace -ff -yy -qq -s 0 -e trace=${calls.join(',')} -o '${path.join(this.#folder, 'trace')}'`;
    writeFileSync(starter, `#!/bin/sh\nexec ${trace} '${program}' "$@"\n`);
    chmodSync(starter, 0o755);
    return starter;
  }

  /** Addresses and ports of the internet that anything went to, or was about to. */
  reached(): ReadonlySet<string> {
    const traces = readdirSync(this.#folder).filter((name) => name.startsWith('trace'));
    const lines = traces.flatMap((name) => readFileSync(path.join(this.#folder, name), 'utf8').split('\n'));
    return new Set(lines.flatMap(reachedBy));
  }

  discard(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

const isDatagram = /^\w+\(\d+<UDP/u;
const connected = /^(?:sendto|sendmsg|sendmmsg)\(\d+<UDP(?:v6)?:\[.*?->(?<peer>[^\]]+)\]?>/u;
const address =
  /sin6?_port=htons\((?<port>\d+)\).*?(?:inet_addr\("(?<four>[^"]+)"\)|inet_pton\(AF_INET6, "(?<six>[^"]+)")/u;

/** A datagram socket that is connected sends nothing: Chromium learns from it whether there is a route. */
export function reachedBy(line: string): readonly string[] {
  const isConnect = line.startsWith('connect(');
  if (isConnect && isDatagram.test(line)) return [];
  const { port, four, six } = address.exec(line)?.groups ?? {};
  if (port !== undefined) return [`${four ?? `[${six ?? ''}]`}:${port}`];
  const peer = connected.exec(line)?.groups?.['peer'];
  return peer === undefined ? [] : [peer];
}

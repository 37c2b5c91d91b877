import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Duplex } from 'node:stream';
import { listeningPorts, renderersWithoutSandbox } from './process-state';
import type { Program } from './programs';
import type { StartFolder, StartOptions, Started } from './started';

/** A start with a switch, a variable or a file that would give power over the console. */
export interface LaunchAttack {
  readonly name: string;
  /** Prepares files; returns how to start. */
  readonly start: (folder: StartFolder, port: number) => Omit<StartOptions, 'folder'>;
  /** Name under which the program is started, if not its own. */
  readonly startedAs?: string;
  /** Changes the copy of the program, which is then used no more. */
  readonly alter?: (program: Program, folder: StartFolder) => void;
  /** Whether the attack has reached its aim. By default: the console is up although the switch is in force. */
  readonly hasPower?: (started: Started, folder: StartFolder, port: number) => Promise<boolean>;
}

const leavesTrace = async (started: Started, folder: StartFolder): Promise<boolean> => {
  await started.isUp();
  return started.until(() => folder.hasTrace(), 3_000);
};

const opensPort = async (started: Started, _folder: StartFolder, port: number): Promise<boolean> =>
  started.until(() => listeningPorts(started.processes).includes(port), 8_000);

const simply = (...args: readonly string[]): LaunchAttack => ({
  name: args.join(' '),
  start: () => ({ args }),
});

/** A script that leaves the trace. */
function script(folder: StartFolder, name: string, text: string, mode = 0o755): string {
  const file = path.join(folder.path, name);
  writeFileSync(file, text, { mode });
  folder.give();
  return file;
}

const leaveTrace = (folder: StartFolder): string => `require('fs').writeFileSync(${JSON.stringify(folder.trace)}, 'x')`;

/** A switch that puts another program in front of one of Chromium's. */
const wrapper = (name: string): LaunchAttack => ({
  name: `--${name}`,
  start: (folder) => {
    const file = script(folder, 'wrapper', `#!/bin/sh\ntouch '${folder.trace}'\nexec "$@"\n`);
    return { args: [`--${name}=${file}`] };
  },
  hasPower: leavesTrace,
});

const inspector = (name: string): LaunchAttack => ({
  name: `--${name}`,
  start: (_folder, port) => ({ args: [`--${name}=127.0.0.1:${port}`] }),
  hasPower: opensPort,
});

const writesFile = (name: string): LaunchAttack => ({
  name: `--${name}`,
  start: (folder) => ({ args: [`--${name}=${folder.trace}`] }),
  hasPower: leavesTrace,
});

export const launchAttacks: readonly LaunchAttack[] = [
  {
    name: 'ELECTRON_RUN_AS_NODE',
    start: (folder) => ({
      args: ['-e', leaveTrace(folder)],
      environment: { ELECTRON_RUN_AS_NODE: '1' },
      isWithoutApp: true,
    }),
    hasPower: leavesTrace,
  },
  {
    name: 'NODE_OPTIONS',
    start: (folder) => ({
      environment: { NODE_OPTIONS: `--require=${script(folder, 'required.cjs', leaveTrace(folder))}` },
    }),
    hasPower: leavesTrace,
  },
  inspector('inspect'),
  inspector('inspect-brk'),
  {
    name: 'SIGUSR1',
    start: () => ({}),
    hasPower: async (started) => {
      await started.isUp();
      const before = listeningPorts(started.processes).length;
      started.child.kill('SIGUSR1');
      return started.until(() => listeningPorts(started.processes).length > before, 3_000);
    },
  },
  {
    name: '--remote-debugging-port',
    start: (_folder, port) => ({ args: [`--remote-debugging-port=${port}`] }),
    hasPower: opensPort,
  },
  {
    name: '--remote-debugging-port and the everyday folder by name',
    start: (folder, port) => ({
      args: [`--remote-debugging-port=${port}`, `--user-data-dir=${folder.everydayProfile}/../Sightline/`],
    }),
    hasPower: opensPort,
  },
  {
    name: '--remote-debugging-pipe',
    start: () => ({ args: ['--remote-debugging-pipe'] }),
    hasPower: (started) => {
      const [, , , input, output] = started.child.stdio as unknown as readonly Duplex[];
      let answer = '';
      output?.on('data', (bytes: Buffer) => (answer += bytes.toString('utf8')));
      for (const pipe of [input, output]) pipe?.on('error', () => undefined);
      input?.write('{"id":1,"method":"Target.getTargets"}\0');
      return started.until(() => answer.includes('"id":1'), 10_000);
    },
  },
  simply('--host-rules=MAP * 127.0.0.1'),
  simply('--host-resolver-rules=MAP * 127.0.0.1'),
  simply('--ignore-certificate-errors'),
  simply('--disable-web-security'),
  simply('--js-flags=--expose-gc'),
  simply('--auth-server-allowlist=*'),
  {
    name: '--load-extension',
    start: (folder) => {
      const extension = path.join(folder.path, 'extension');
      mkdirSync(extension);
      writeFileSync(
        path.join(extension, 'manifest.json'),
        JSON.stringify({ manifest_version: 3, name: 'x', version: '1', background: { service_worker: 'worker.js' } }),
      );
      writeFileSync(path.join(extension, 'worker.js'), '');
      folder.give();
      return { args: [`--load-extension=${extension}`] };
    },
  },
  ...['--no-sandbox', '--disable-seccomp-filter-sandbox'].map((name): LaunchAttack => ({
    name,
    start: () => ({ args: [name] }),
    hasPower: async (started) => (await started.isUp()) && started.until(() => hasOpenRenderer(started), 2_000),
  })),
  writesFile('ssl-key-log-file'),
  writesFile('log-net-log'),
  {
    name: 'SSLKEYLOGFILE',
    start: (folder) => ({ environment: { SSLKEYLOGFILE: folder.trace } }),
    hasPower: leavesTrace,
  },
  wrapper('renderer-cmd-prefix'),
  wrapper('utility-cmd-prefix'),
  wrapper('gpu-launcher'),
  {
    name: 'the program renamed to electron, --ignore-certificate-errors',
    startedAs: 'electron',
    start: () => ({ args: ['--ignore-certificate-errors'] }),
  },
  {
    name: 'another application next to the archive',
    alter: addLooseApplication,
    start: () => ({ isWithoutApp: true }),
    hasPower: leavesTrace,
  },
];

function hasOpenRenderer(started: Started): boolean {
  return renderersWithoutSandbox(started.processes).length > 0;
}

/** Electron loads such a folder before the archive, unless a fuse forbids it. */
function addLooseApplication(program: Program, folder: StartFolder): void {
  const loose = path.join(program.folder, 'resources', 'app');
  mkdirSync(loose);
  writeFileSync(path.join(loose, 'package.json'), '{ "name": "loose", "main": "index.js" }');
  writeFileSync(path.join(loose, 'index.js'), leaveTrace(folder));
}

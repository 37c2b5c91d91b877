import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { Bridge, Settings } from '../../preload/contract';
import { practise } from '../support/electron/console-test';
import { eventually } from '../support/electron/eventually';
import { freePort } from '../support/electron/free-port';
import { launchConsole, type LaunchedConsole } from '../support/electron/launch';
import { createControlClient } from '../support/practice/control-client';
import { drivenProfile, type CleanRoot } from './clean-root';

export const installedIn = '/opt/Sightline';

/** Starts it as a user does: on the everyday profile, which no driver may control. It practises until it is ended. */
export async function startEveryday(root: CleanRoot): Promise<{ quit(): Promise<void> }> {
  const port = await freePort();
  const started = spawn(root.starter, ['--practice', `--practice-port=${String(port)}`, '--practice-control=key'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said: string[] = [];
  started.stderr.on('data', (bytes: Buffer) => said.push(bytes.toString('utf8')));
  const { sessions } = createControlClient(`http://127.0.0.1:${String(port)}`, 'key');
  const streams = (): Promise<number> =>
    sessions().then(
      ({ stream }) => stream,
      () => 0,
    );
  await eventually('the console reads a stream', streams, (count) => count > 0, 120_000).catch((cause: unknown) => {
    throw new Error(`the console did not go live, and wrote:\n${said.join('').slice(-4_000)}`, { cause });
  });
  return {
    quit: async () => {
      started.kill();
      await noneRuns();
    },
  };
}

/** Starts the console with a profile of the tests, and signs in to its practice floor. */
export async function startDriven(root: CleanRoot): Promise<LaunchedConsole> {
  const started = await launchConsole({ packaged: root.starter, profile: drivenProfile, startsAsUser: true });
  await practise(started);
  return started;
}

/** Ends it as a user does, and requires that nothing went wrong and nothing of it still runs. */
export async function quitDriven(started: LaunchedConsole): Promise<void> {
  await started.quit();
  await noneRuns();
  expect(started.problems).toEqual([]);
}

async function noneRuns(): Promise<void> {
  await eventually(
    'processes of the installed console',
    () => Promise.resolve(processes().length),
    (count) => count === 0,
  );
}

/** Requires that every page runs with a filter of system calls and without new rights, and no process as root. */
export function expectSandbox(): void {
  const all = processes();
  const pages = all.filter(({ command }) => command.includes('--type=renderer'));
  expect(pages.length).toBeGreaterThan(0);
  for (const { status } of pages)
    expect([valueOf(status, 'NoNewPrivs'), valueOf(status, 'Seccomp')]).toEqual(['1', '2']);
  expect(all.filter(({ status }) => valueOf(status, 'Uid').startsWith('0'))).toEqual([]);
  expect(all.filter(({ command }) => command.includes('--no-sandbox'))).toEqual([]);
}

/** Changes settings as the page does, and returns all of them; an empty change only reads them. */
export async function changeSettings({ page }: LaunchedConsole, patch: Partial<Settings>): Promise<Settings> {
  const result = await page.evaluate(
    (change) => (window as unknown as { sightline: Bridge }).sightline.invoke('settings.change', change),
    patch,
  );
  if (!result.ok) throw new Error(`the settings were not changed: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** Waits until a setting is in the file: an end before that would lose it. */
export async function settingWritten(root: CleanRoot, name: keyof Settings, value: unknown): Promise<void> {
  await eventually(
    `${name} in the settings file`,
    () => Promise.resolve(readSettings(root)),
    (settings) => JSON.stringify(settings).includes(`"${name}":${JSON.stringify(value)}`),
  );
}

export function readSettings(root: CleanRoot): unknown {
  const file = `${drivenProfile}/settings.json`;
  return root.has(file) ? (JSON.parse(root.read(file)) as unknown) : null;
}

interface RunningProcess {
  readonly command: string;
  /** Linux' description of the process, one `name: value` a line. */
  readonly status: string;
}

function processes(): readonly RunningProcess[] {
  return readdirSync('/proc').flatMap((pid) => {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
      return command.startsWith(`${installedIn}/`)
        ? [{ command, status: readFileSync(`/proc/${pid}/status`, 'utf8') }]
        : [];
    } catch {
      return [];
    }
  });
}

function valueOf(status: string, name: string): string {
  return new RegExp(`^${name}:\\t(.*)$`, 'mu').exec(status)?.[1] ?? '';
}

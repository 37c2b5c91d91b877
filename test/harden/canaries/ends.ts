import { readFileSync } from 'node:fs';
import process from 'node:process';
import { eventually } from '../../support/electron/eventually';
import type { CanaryShift } from './canary-shift';

/** A way in which a shift ends. */
export interface End {
  readonly name: string;
  readonly bringAbout: (shift: CanaryShift) => Promise<void>;
  /** The page is still there, and must hold no text any more. */
  readonly leavesPage?: boolean;
}

/** Twelve ways to end, most of them without a chance to tidy up. */
export const ends: readonly End[] = [
  { name: 'quit', bringAbout: (shift) => shift.launched.quit() },
  { name: 'main killed', bringAbout: (shift) => signalMain(shift, 'SIGKILL') },
  { name: 'main crashed', bringAbout: (shift) => signalMain(shift, 'SIGSEGV') },
  { name: 'log-off', bringAbout: (shift) => signalMain(shift, 'SIGTERM') },
  { name: 'terminal closed', bringAbout: (shift) => signalMain(shift, 'SIGHUP') },
  { name: 'power loss', bringAbout: powerLoss },
  { name: 'page killed, then quit', bringAbout: (shift) => withPage(shift, 'SIGKILL') },
  { name: 'page crashed, then quit', bringAbout: (shift) => withPage(shift, 'SIGSEGV') },
  { name: 'network process killed, then quit', bringAbout: withoutNetworkProcess },
  { name: 'network gone, then main killed', bringAbout: withoutNetwork },
  { name: 'sign-out', bringAbout: signOut, leavesPage: true },
  { name: 'session expired, then main killed', bringAbout: expiry },
];

async function signalMain(shift: CanaryShift, signal: NodeJS.Signals): Promise<void> {
  process.kill(shift.mainPid, signal);
  await hasEnded(shift);
}

async function powerLoss(shift: CanaryShift): Promise<void> {
  for (const pid of [...shift.pids].reverse()) process.kill(pid, 'SIGKILL');
  await hasEnded(shift);
}

async function withPage(shift: CanaryShift, signal: NodeJS.Signals): Promise<void> {
  process.kill(processOf(shift, '--type=renderer'), signal);
  // The page comes back on its own; what matters is on the disk by then.
  await eventually('a page again', () => Promise.resolve(hasProcess(shift, '--type=renderer')), Boolean);
  await shift.launched.quit();
}

async function withoutNetworkProcess(shift: CanaryShift): Promise<void> {
  process.kill(processOf(shift, 'network.mojom'), 'SIGKILL');
  await eventually('a network process again', () => Promise.resolve(hasProcess(shift, 'network.mojom')), Boolean);
  await shift.launched.quit();
}

async function withoutNetwork(shift: CanaryShift): Promise<void> {
  shift.proxy.isOpen = false;
  await shift.window.page.locator('[data-testid="connection"]:not([data-phase="live"])').waitFor({ timeout: 40_000 });
  await signalMain(shift, 'SIGKILL');
}

async function signOut(shift: CanaryShift): Promise<void> {
  await shift.window.signOut();
  await shift.window.page.getByLabel('Server address').waitFor();
}

async function expiry(shift: CanaryShift): Promise<void> {
  const { page } = shift.window;
  shift.proxy.acceptsSessions = false;
  // The connection may end too fast to be seen.
  const [ending, ended] = [page.locator('[data-testid="connection"]:not([data-phase="live"])'), page.locator('.door')];
  await ending.or(ended).first().waitFor({ timeout: 40_000 });
  await signalMain(shift, 'SIGKILL');
}

async function hasEnded({ launched }: CanaryShift): Promise<void> {
  const child = launched.app.process();
  await eventually(
    'main has ended',
    () => Promise.resolve(child.exitCode !== null || child.signalCode !== null),
    Boolean,
    20_000,
  );
}

function processOf(shift: CanaryShift, argument: string): number {
  const found = shift.pids.find((pid) => commandOf(pid).includes(argument));
  if (found === undefined) throw new Error(`there is no process with ${argument}`);
  return found;
}

function hasProcess(shift: CanaryShift, argument: string): boolean {
  return shift.pids.some((pid) => commandOf(pid).includes(argument));
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

import { utilityProcess, type UtilityProcess } from 'electron/main';
import type { Result } from '../../preload/contract';
import type { Clock } from '../base/clock';
import type { Logger } from '../base/log';
import { fail, succeed } from '../base/result';
import { createCrashGuard } from '../windows/crash-guard';
import type { PracticeFlags } from '../shell/command-line';

export interface PracticeProcess {
  /** Starts the process if it is not running; resolves with its address. */
  start(): Promise<Result<string>>;
  stop(): Promise<void>;
}

export interface PracticeProcessOptions {
  readonly entryFile: string;
  readonly flags: PracticeFlags;
  readonly clock: Clock;
  readonly log: Logger;
}

const startLimitMs = 20_000;
const stopLimitMs = 3_000;

/**
 * Runs the practice floor in its own process, so that simulation costs the console neither time nor stability. A crash
 * restarts it at the same address, as a real server would restart. After repeated crashes it stays down, and the next
 * sign-in reports it.
 */
export function createPracticeProcess({ entryFile, flags, clock, log }: PracticeProcessOptions): PracticeProcess {
  let running: { child: UtilityProcess; address: Promise<Result<string>> } | null = null;
  let portInUse = flags.port ?? 0;
  const guard = createCrashGuard(clock);

  const launch = (): Promise<Result<string>> => {
    const child = utilityProcess.fork(entryFile, [], { serviceName: 'Sightline practice floor', stdio: 'pipe' });
    const address = addressOf(child, { ...flags, port: portInUse }, clock);
    running = { child, address };
    child.stderr?.on('data', (bytes: Buffer) => {
      log.warn('practice floor wrote to stderr', { said: bytes.toString('utf8').slice(0, 2000) });
    });
    child.stdout?.resume();
    child.once('exit', (code) => {
      if (running?.child !== child) {
        return;
      }
      running = null;
      log.error('practice floor exited unexpectedly', { code });
      if (guard.mayReload() && portInUse !== 0) {
        void launch();
      }
    });
    return address.then((result) => {
      if (result.ok) {
        portInUse = Number(new URL(result.value).port);
      } else if (running?.child === child) {
        running = null;
        child.kill();
      }
      return result;
    });
  };

  return {
    start: () => running?.address ?? launch(),
    stop: async () => {
      const child = running?.child;
      running = null;
      if (child !== undefined) {
        await gone(child, clock);
      }
    },
  };
}

function addressOf(child: UtilityProcess, options: PracticeFlags, clock: Clock): Promise<Result<string>> {
  return new Promise((resolve) => {
    const disposeDeadline = clock.after(startLimitMs, () => {
      resolve(fail('practice.notStarted'));
    });
    child.on('message', (message: unknown) => {
      disposeDeadline();
      resolve(readAddress(message));
    });
    child.once('exit', () => {
      disposeDeadline();
      resolve(fail('practice.notStarted'));
    });
    child.postMessage({ type: 'start', options });
  });
}

function readAddress(message: unknown): Result<string> {
  const isAddress =
    typeof message === 'object' &&
    message !== null &&
    'type' in message &&
    message.type === 'listening' &&
    'url' in message &&
    typeof message.url === 'string' &&
    URL.canParse(message.url);
  return isAddress ? succeed(message.url as string) : fail('practice.notStarted');
}

function gone(child: UtilityProcess, clock: Clock): Promise<void> {
  return new Promise((resolve) => {
    const disposeDeadline = clock.after(stopLimitMs, resolve);
    child.once('exit', () => {
      disposeDeadline();
      resolve();
    });
    if (!child.kill()) {
      disposeDeadline();
      resolve();
    }
  });
}

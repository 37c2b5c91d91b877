import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { createControlClient, type RemoteControl } from '../practice/control-client';
import { askAgainWhenCollected } from './ask-again';
import { freePort } from './free-port';
import { canBeOrdinaryUser, isRoot, ordinaryUser } from './ordinary-user';

const checkout = fileURLToPath(new URL('../../../', import.meta.url));
/** Another build than the checkout's can be named, e.g. to run one next to a rebuild. */
const builtApp = process.env['SIGHTLINE_APP'] ?? path.join(checkout, 'out', 'app');
export const reportFolder = path.join(checkout, 'out', 'reports', 'e2e');

export interface LaunchOptions {
  /** Flags for Sightline itself. */
  readonly flags?: readonly string[];
  /** A profile of an earlier launch; without one it starts as new. */
  readonly profile?: string;
  /** The packaged program; without it the built application in the prepared Electron. */
  readonly packaged?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Folders of the test in which the console reads and writes. */
  readonly folders?: readonly string[];
  /** Why it cannot be a user other than root with the sandbox on, in a test that runs as root. */
  readonly runsAsRootBecause?: string;
  /** Returns what to start in place of the program, such as a tracer that starts it. */
  readonly startedBy?: (program: string) => string;
  /** The packaged program changes to an ordinary user itself. */
  readonly startsAsUser?: boolean;
}

/** A real console in a real Electron, and everything that went wrong in it so far. */
export interface LaunchedConsole {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly profile: string;
  /** Where the practice floor answers, for other clients of a test. */
  readonly floorUrl: string;
  /** The strings behind the practice floor; usable once somebody practises. */
  readonly control: RemoteControl;
  /** Where the practice floor answers, for somebody else to come in. */
  readonly practiceUrl: string;
  /** Console errors, page errors, and what main logged as an error. A good run leaves it empty. */
  readonly problems: string[];
  screenshot(name: string, folder?: string): Promise<void>;
  /** What the system says it looks like, from now on. */
  chooseSystemTheme(theme: 'light' | 'dark'): Promise<void>;
  /** Starts the program once more, as a person or the system does; returns how that start ended. */
  startAgain(...args: readonly string[]): Promise<number | null>;
  /** Quits as a person does. The profile stays until `discard`. */
  quit(): Promise<void>;
  discard(): Promise<void>;
}

/** Starts a console with a profile and a practice floor of its own. */
export async function launchConsole(options: LaunchOptions = {}): Promise<LaunchedConsole> {
  const profile = options.profile ?? mkdtempSync(path.join(tmpdir(), 'sightline-e2e-'));
  const { startedBy = (started: string): string => started } = options;
  const token = randomUUID();
  const port = await freePort();
  const program = options.packaged ?? (await preparedElectron());
  const mayBeUser = options.runsAsRootBecause === undefined && options.startsAsUser !== true;
  const user =
    canBeOrdinaryUser && mayBeUser ? ordinaryUser(program, options.packaged === undefined ? builtApp : null) : null;
  for (const folder of [profile, ...(options.folders ?? [])]) user?.own(folder);
  const hasBus = options.environment?.['DBUS_SESSION_BUS_ADDRESS'] !== undefined;
  const env = {
    ...inheritedEnvironment(),
    ...user?.environment,
    ...(hasBus ? {} : user?.startBus()),
    ...options.environment,
  };
  const hasSandbox = !isRoot || user !== null || options.startsAsUser === true;
  const app = await _electron.launch({
    executablePath: startedBy(user?.starter ?? program),
    args: [
      ...(options.packaged === undefined ? [user?.app ?? builtApp] : []),
      ...(hasSandbox ? [] : ['--no-sandbox']),
      `--user-data-dir=${profile}`,
      `--practice-port=${port}`,
      `--practice-control=${token}`,
      ...(options.flags ?? []),
    ],
    // Otherwise the driver adds --no-sandbox, which an installed console refuses.
    chromiumSandbox: hasSandbox,
    // The window follows the system, as a person's does; see `chooseSystemTheme`.
    colorScheme: null,
    env,
    timeout: 30_000,
  });
  askAgainWhenCollected(app);
  const problems = collectProblems(app);
  const page = await app.firstWindow();
  watchPage(page, problems);
  await page.waitForLoadState('load');
  let hasEnded = false;
  app.once('close', () => {
    hasEnded = true;
  });
  const quit = async (): Promise<void> => {
    if (!hasEnded) {
      await app.close();
    }
  };
  return {
    app,
    page,
    profile,
    problems,
    floorUrl: `http://127.0.0.1:${port}`,
    control: createControlClient(`http://127.0.0.1:${port}`, token),
    practiceUrl: `http://127.0.0.1:${port}`,
    screenshot: async (name, folder = reportFolder) => {
      mkdirSync(folder, { recursive: true });
      await page.evaluate(async () => {
        const ending = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
        await Promise.allSettled(ending.map((one) => one.finished));
      });
      await page.screenshot({ path: path.join(folder, `${name}.png`) });
    },
    chooseSystemTheme: async (theme) => {
      await app.evaluate(({ nativeTheme }, chosen) => {
        nativeTheme.themeSource = chosen;
      }, theme);
      await page.locator(`html[data-theme="${theme}"]`).waitFor({ state: 'attached' });
    },
    startAgain: async (...args) => {
      const [starter = '', ...first] = app.process().spawnargs;
      const own = first.filter((argument) => !/^--(inspect|remote-debugging)/.test(argument));
      const [code] = (await once(spawn(starter, [...own, ...args], { stdio: 'ignore', env }), 'exit')) as [
        number | null,
      ];
      return code;
    },
    quit,
    discard: async () => {
      await quit();
      rmSync(profile, { recursive: true, force: true });
      user?.discard();
    },
  };
}

async function preparedElectron(): Promise<string> {
  const named = process.env['SIGHTLINE_ELECTRON'];
  if (named !== undefined && named !== '') {
    return named;
  }
  const { prepare } = await import('../../../build/commands/prepare.mjs');
  return (await prepare()).electronPath;
}

/** Electron started from a Node that tests run in must not take itself for that Node. */
function inheritedEnvironment(): Record<string, string> {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(NODE_OPTIONS|ELECTRON_RUN_AS_NODE|VITEST.*)$/.test(name),
  );
  return Object.fromEntries(own.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

/** Main writes its log to the terminal too; every line of level error there is a problem. */
function collectProblems(app: ElectronApplication): string[] {
  const problems: string[] = [];
  const read = (bytes: Buffer): void => {
    for (const line of bytes.toString('utf8').split('\n')) {
      if (/^\d\d:\d\d:\d\d error /.test(line) || /UnhandledPromiseRejection|Uncaught/.test(line)) {
        problems.push(`main: ${line}`);
      }
    }
  };
  app.process().stdout?.on('data', read);
  app.process().stderr?.on('data', read);
  return problems;
}

function watchPage(page: Page, problems: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') {
      problems.push(`window: ${message.text()}`);
    }
  });
  page.on('pageerror', (error) => {
    problems.push(`window: ${error.stack ?? error.message}`);
  });
  page.on('crash', () => {
    problems.push('window: it crashed');
  });
}

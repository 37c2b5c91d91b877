import path from 'node:path';
import process from 'node:process';
import { app, Menu } from 'electron/main';
import { systemClock } from './base/clock';
import { createLogger, type Logger } from './base/log';
import type { ShellAction } from '../preload/contract';
import { compose, type ComposeOptions, type RunningApp } from './compose';
import { RecentLog } from './diagnostics/recent-log';
import { createRedactingSink } from './diagnostics/redaction';
import { verifyTarget } from './journal/verify-target';
import { parseFlags, usage, type StartFlags } from './shell/command-line';
import { deepLinkIn, linkScheme, readDeepLink } from './shell/deep-link';
import { hasNoDisplay } from './shell/display-server';
import { chosenSecretStore } from './shell/secret-store-choice';
import { identifyToWindows } from './shell/windows-identity';
import { createGpuFallback, type GpuFallback } from './shell/gpu-fallback';
import { isInstalled, refusedSwitches, removeRecordingVariables } from './electron/installed';
import { openLogFile } from './electron/log-file';
import { withholdTickets } from './electron/network/own-credentials';
import { registerBundleScheme } from './electron/protocol';
import { refuseStart } from './electron/refuse-start';
import { readPolicy } from './policy/policy-schema';
import { findPolicy } from './policy/stored-policy';
import { createLifecycle } from './lifecycle';

const farewellMs = 6_000;

const parsed = parseFlags(process.argv.slice(1));
if (!parsed.ok) {
  process.stderr.write(`${parsed.complaint}\n\n${usage}`);
  app.exit(2);
} else if (parsed.flags.verifyTarget !== null) {
  // Awaited: Electron needs a display only after this module is evaluated, and a server has none.
  await verifyOnly(parsed.flags.verifyTarget);
} else if (
  hasNoDisplay(process.platform, {
    platformSwitch: app.commandLine.getSwitchValue('ozone-platform'),
    env: process.env,
  })
) {
  process.stderr.write(
    'Sightline needs a display, but neither DISPLAY nor WAYLAND_DISPLAY is set. Start it in a desktop session.\n',
  );
  app.exit(3);
} else if (!app.requestSingleInstanceLock()) {
  process.stderr.write('Sightline is already open; its window was brought to the front.\n');
  app.exit(0);
} else {
  start(parsed.flags);
}

/** Checks a journal and ends: no window, no settings, also while Sightline is running. */
async function verifyOnly(target: string): Promise<void> {
  const { text, exitCode } = await verifyTarget(path.resolve(target));
  process[exitCode === 2 ? 'stderr' : 'stdout'].write(`${text}\n`, () => {
    app.exit(exitCode);
  });
}

function start(flags: StartFlags): void {
  const policy = readPolicy(findPolicy(process.platform, isInstalled() ? undefined : process.env['SIGHTLINE_POLICY']));
  const level = policy.logLevel ?? 'info';
  const recentLog = new RecentLog(systemClock);
  const logFile = openLogFile({ folder: app.getPath('logs'), echo: !isInstalled(), level });
  const sink = createRedactingSink(recentLog.keeping(logFile));
  const log = createLogger('main', sink);
  // Redaction removes what is called a name.
  for (const { name, reason } of policy.state.problems) log.warn('policy value not used', { setting: name, reason });
  const gpuFallback = createGpuFallback({
    file: path.join(app.getPath('userData'), 'graphics.json'),
    version: app.getVersion(),
    clock: systemClock,
    log,
  });
  if (gpuFallback.isGpuDisabled) {
    app.disableHardwareAcceleration();
  }
  reportFaults(log, gpuFallback);
  const dangers = refusedSwitches();
  if (dangers.length > 0) {
    refuseStart(dangers);
    return;
  }
  for (const variable of removeRecordingVariables())
    log.warn('variable removed that records connections', { variable });
  if (policy.state.negotiateHosts.length === 0) withholdTickets();
  identifyToWindows(app, process.platform);
  enableSandbox(log);
  const storeSwitch = app.commandLine.getSwitchValue('password-store');
  const store = chosenSecretStore(process.platform, { storeSwitch, env: process.env });
  if (store !== null) app.commandLine.appendSwitch('password-store', store);
  registerBundleScheme();
  // Otherwise Electron makes its own menu first, which ours then replaces.
  Menu.setApplicationMenu(null);
  run({ flags, sink, recentLog, gpuFallback, policy }, log);
}

/** Not awaited at the top level: Electron emits `ready` only after this module is evaluated. */
function run(
  {
    flags,
    sink,
    recentLog,
    gpuFallback,
    policy,
  }: Pick<ComposeOptions, 'flags' | 'sink' | 'recentLog' | 'gpuFallback' | 'policy'>,
  log: Logger,
): void {
  const lifecycle = createLifecycle({ clock: systemClock, log, deadlineMs: farewellMs });
  app.on('before-quit', (event) => {
    if (lifecycle.phase() !== 'stopped') {
      event.preventDefault();
      void lifecycle.stop().then(() => {
        app.quit();
      });
    }
  });
  app.on('window-all-closed', () => {
    app.quit();
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      app.quit();
    });
  }
  app
    .whenReady()
    .then(
      () => {
        const shown = compose({
          flags,
          bundleFolder: path.dirname(import.meta.dirname),
          sink,
          recentLog,
          lifecycle,
          gpuFallback,
          policy,
          version: app.getVersion(),
          quit: () => {
            app.quit();
          },
        });
        openLinks(shown);
        app.on('activate', () => {
          shown.reveal();
        });
        lifecycle.running();
      },
      (cause: unknown) => {
        log.error('Electron did not become ready', { cause });
        app.exit(1);
      },
    )
    .catch((cause: unknown) => {
      log.error('startup failed', { cause });
      process.stderr.write('Sightline could not start; its log says why.\n');
      app.exit(1);
    });
}

/** Links arrive as an argument of this or a second start, or on macOS as an event. */
function openLinks(shown: RunningApp): void {
  const follow = (action: ShellAction | null): void => {
    shown.reveal();
    if (action !== null) shown.follow(action);
  };
  app.on('second-instance', (_event, argv) => {
    follow(deepLinkIn(argv.slice(1)));
  });
  app.on('open-url', (event, url) => {
    event.preventDefault();
    follow(readDeepLink(url));
  });
  // On Linux, the package's desktop file registers the scheme.
  if (isInstalled() && process.platform !== 'linux') app.setAsDefaultProtocolClient(linkScheme);
  const first = deepLinkIn(process.argv.slice(1));
  if (first !== null) follow(first);
}

/**
 * As root, Chromium has no sandbox (and refuses to start without --no-sandbox); requesting one would crash every
 * window.
 */
function enableSandbox(log: Logger): void {
  if (process.getuid?.() === 0) {
    log.warn('started as root; windows run without a sandbox');
  } else {
    app.enableSandbox();
  }
}

/** Logs uncaught errors, so that a fault in one place does not end the whole program. */
function reportFaults(log: Logger, gpuFallback: GpuFallback): void {
  process.on('uncaughtException', (cause) => {
    log.error('uncaught exception', { cause });
  });
  process.on('unhandledRejection', (cause) => {
    log.error('unhandled rejection', { cause });
  });
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    if (type === 'GPU' && reason !== 'clean-exit') {
      // Chromium restarts it; the window continues.
      log.warn('GPU process exited', { reason, exitCode });
      gpuFallback.onGpuProcessGone();
      return;
    }
    // A process that we ended (the practice floor) is reported as killed.
    if (reason !== 'clean-exit' && reason !== 'killed') {
      log.error('child process exited', { type, reason, exitCode });
    }
  });
}

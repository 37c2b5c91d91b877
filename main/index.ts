import path from 'node:path';
import process from 'node:process';
import { app } from 'electron/main';
import { systemClock } from './base/clock';
import { createLogger, type Logger, type LogSink } from './base/log';
import { compose } from './compose';
import { createRedactingSink } from './diagnostics/redaction';
import { parseFlags, usage, type StartFlags } from './electron/command-line';
import { createGpuFallback, type GpuFallback } from './electron/gpu-fallback';
import { openLogFile } from './electron/files/log-file';
import { registerBundleScheme } from './electron/protocol';
import { dangerousSwitches } from './electron/switches';
import { createLifecycle } from './lifecycle';

const farewellMs = 6_000;

const parsed = parseFlags(process.argv.slice(1));
if (!parsed.ok) {
  process.stderr.write(`${parsed.complaint}\n\n${usage}`);
  app.exit(2);
} else if (!app.requestSingleInstanceLock()) {
  process.stderr.write('Sightline is already open; its window was brought to the front.\n');
  app.exit(0);
} else {
  start(parsed.flags);
}

function start(flags: StartFlags): void {
  const sink = createRedactingSink(openLogFile({ folder: app.getPath('logs'), echo: !app.isPackaged }));
  const log = createLogger('main', sink);
  const graphics = createGpuFallback({
    file: path.join(app.getPath('userData'), 'graphics.json'),
    version: app.getVersion(),
    clock: systemClock,
    log,
  });
  if (graphics.isGpuDisabled) {
    app.disableHardwareAcceleration();
  }
  reportFaults(log, graphics);
  const dangers = app.isPackaged ? dangerousSwitches((name) => app.commandLine.hasSwitch(name)) : [];
  if (dangers.length > 0) {
    process.stderr.write(
      `Sightline does not start with --${dangers.join(', --')}: it would take its protection away.\n`,
    );
    app.exit(2);
    return;
  }
  enableSandbox(log);
  registerBundleScheme();
  run({ flags, sink, graphics }, log);
}

/** Nothing awaits `ready` at the top level: Electron tells it only after this file was read to its end. */
function run(
  { flags, sink, graphics }: { flags: StartFlags; sink: LogSink; graphics: GpuFallback },
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
          lifecycle,
          graphics,
          version: app.getVersion(),
          quit: () => {
            app.quit();
          },
        });
        app.on('second-instance', () => {
          shown.reveal();
        });
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
      log.error('The console could not be put together', { cause });
      process.stderr.write('Sightline could not start; its log says why.\n');
      app.exit(1);
    });
}

/** As root Chromium has no sandbox to give (and refuses to start without --no-sandbox); asking for one kills every window. */
function enableSandbox(log: Logger): void {
  if (process.getuid?.() === 0) {
    log.warn('Started as root: windows run without the sandbox of the operating system');
  } else {
    app.enableSandbox();
  }
}

/** A fault in one place is written down and does not take the chats of the whole floor with it. */
function reportFaults(log: Logger, graphics: GpuFallback): void {
  process.on('uncaughtException', (cause) => {
    log.error('An error reached nobody', { cause });
  });
  process.on('unhandledRejection', (cause) => {
    log.error('A rejection reached nobody', { cause });
  });
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    if (type === 'GPU' && reason !== 'clean-exit') {
      // Chromium starts it anew by itself; the window goes on.
      log.warn('The process that draws stopped', { reason, exitCode });
      graphics.onGpuProcessGone();
      return;
    }
    // What was asked to end (the practice floor) is told as killed.
    if (reason !== 'clean-exit' && reason !== 'killed') {
      log.error('A helper process stopped', { type, reason, exitCode });
    }
  });
}

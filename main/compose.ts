import { randomUUID } from 'node:crypto';
import path from 'node:path';
import process from 'node:process';
import type { AppFacts } from '../preload/contract';
import { pushChannel } from '../preload/contract/channels';
import { systemClock as clock } from './base/clock';
import { fireAndReport } from './base/fire-and-report';
import { createLogger, type Logger, type LogSink } from './base/log';
import type { StartFlags } from './electron/command-line';
import { createDesktop } from './electron/desktop';
import { createElectronHttp } from './electron/http';
import { createIpcPort } from './electron/ipc-port';
import { openLink } from './electron/links';
import { setMenu } from './electron/menu';
import { onWake } from './electron/power';
import { createPracticeProcess } from './electron/practice-process';
import { serveBundle } from './electron/protocol';
import { createSecretStore } from './electron/secrets';
import { openSettingsFile } from './electron/settings-file';
import { createShellIntents } from './electron/shell-intents';
import { useTheme } from './electron/theme';
import { hasTrayHost } from './electron/tray-host';
import { guardWebContents } from './electron/web-contents-guard';
import { openWindow, type ConsoleWindow } from './electron/window';
import { createFloorCommands } from './floor/commands/floor-commands';
import { Truth } from './floor/truth';
import { createGenesysPlatform } from './genesys-platform';
import { createHandlers } from './ipc/handlers';
import { Publisher } from './ipc/publisher';
import { openCounter } from './ipc/router';
import type { Lifecycle } from './lifecycle';
import { createRememberedSignIn } from './remembered-sign-in';
import { createSessionControl } from './session-control';
import { openChoices } from './settings/choices';

export interface ComposeOptions {
  readonly flags: StartFlags;
  /** The folder with `main`, `preload`, `renderer` and `icons` as they were built. */
  readonly bundleFolder: string;
  readonly sink: LogSink;
  readonly lifecycle: Lifecycle;
  readonly version: string;
  readonly quit: () => void;
}

export interface Console {
  reveal(): void;
}

/** Plugs the rooms into each other. Call it once Electron is ready. */
export function compose({ flags, bundleFolder, sink, lifecycle, version, quit }: ComposeOptions): Console {
  const log = (scope: string): Logger => createLogger(scope, sink);

  // What survives a restart.
  const settingsFile = openSettingsFile(log('settings'));
  const choices = openChoices(settingsFile, log('settings'));
  const remembered = createRememberedSignIn({
    memory: settingsFile,
    secrets: createSecretStore(log('secrets')),
    serverFromCommandLine: flags.serverUrl,
  });

  // The truth, and those who may change it.
  const truth = new Truth(clock, log('floor'));
  const platform = createGenesysPlatform({
    openHttp: createElectronHttp,
    clock,
    random: Math.random,
    newId: randomUUID,
    log,
    sink: truth,
  });
  const practice = createPracticeProcess({
    entryFile: path.join(bundleFolder, 'main', 'practice.js'),
    flags: flags.practice,
    clock,
    log: log('practice'),
  });
  const session = createSessionControl({ platform, record: truth, practice, remembered, log: log('session') });
  const { commands, dispose: disposeCommands } = createFloorCommands({
    truth,
    contactCentre: () => platform.contactCentre(),
    clock,
    log: log('commands'),
  });

  // The counter in the wall.
  const publisher = new Publisher(truth, clock, log('publisher'));
  const intents = createShellIntents((intent) => {
    publisher.push('shell.intent', intent);
  });
  const knownContents = new Set<number>();
  let viewedChat: string | null = null;
  const handlers = createHandlers({
    facts: () => factsOf(flags, version),
    session,
    floor: commands,
    snapshotFor: (windowId) => {
      const snapshot = publisher.snapshotFor(windowId);
      // The answer must be on its way before anything that is pushed after it.
      setImmediate(() => {
        intents.windowIsReady();
      });
      return snapshot;
    },
    choices,
    openLink: (url) => openLink(url, log('links')),
    viewing: (_windowId, chatId) => {
      viewedChat = chatId;
    },
  });
  openCounter(createIpcPort(knownContents), handlers, log('ipc'));

  // What a person sees: the window and what stands around it.
  useTheme(choices.current().theme);
  guardWebContents(log('guard'));
  serveBundle(path.join(bundleFolder, 'renderer'), log('bundle'));
  let console: ConsoleWindow | null = null;
  const openConsole = (): ConsoleWindow => {
    const opened = openWindow({
      preloadFile: path.join(bundleFolder, 'preload', 'index.cjs'),
      log: log('window'),
      clock,
      place: {
        read: () => settingsFile.read('window'),
        write: (place) => {
          settingsFile.write('window', place);
        },
      },
      mayClose: () => {
        if (lifecycle.phase() === 'stopping' || lifecycle.phase() === 'stopped') {
          return true;
        }
        void hideOrQuit(opened, choices.current().closeToTray, quit);
        return false;
      },
    });
    knownContents.add(opened.id);
    publisher.addWindow({
      id: opened.id,
      send: (name, payload) => {
        opened.send(pushChannel(name), payload);
      },
    });
    opened.onLoading(() => {
      publisher.windowLoading(opened.id);
      intents.windowIsLoading();
      viewedChat = null;
    });
    opened.onClosed(() => {
      knownContents.delete(opened.id);
      publisher.removeWindow(opened.id);
      intents.windowIsLoading();
      console = null;
    });
    console = opened;
    return opened;
  };
  const reveal = (): void => {
    (console ?? openConsole()).reveal();
  };
  const desktop = createDesktop({
    floor: truth,
    choices,
    clock,
    log: log('desktop'),
    trayIconFolder: path.join(bundleFolder, 'icons', 'tray'),
    chatInFront: () => (console?.isInFront() === true ? viewedChat : null),
    reveal,
    sendIntent: (intent) => {
      intents.send(intent);
    },
    quit,
  });
  setMenu({
    openFloor: () => {
      intents.send({ type: 'openFloor' });
    },
    openSettings: () => {
      intents.send({ type: 'openSettings' });
    },
    stepBackEverywhere: () => {
      intents.send({ type: 'stepBackEverywhere' });
    },
    signOut: () => {
      intents.send({ type: 'signOut' });
    },
    reload: () => {
      console?.reload();
    },
    quit,
  });
  openConsole();
  if (flags.startsOnPracticeFloor) {
    fireAndReport(session.signIn({ kind: 'practice' }), 'Going to the practice floor', log('session'));
  }

  // What comes from outside.
  choices.subscribe((settings) => {
    useTheme(settings.theme);
    publisher.push('settings.changed', settings);
  });
  const undoWake = onWake(clock, (why) => {
    platform.wake(why);
    desktop.renewTray();
  });

  // The end, in this order.
  lifecycle.beforeEnd('Hiding the window', () => {
    console?.hide();
    undoWake();
    return undefined;
  });
  lifecycle.beforeEnd('Leaving the server', () => platform.signOut());
  lifecycle.beforeEnd('Stopping the practice floor', () => practice.stop());
  lifecycle.beforeEnd('Clearing the desktop', () => {
    desktop.close();
    disposeCommands();
    publisher.dispose();
    return undefined;
  });

  return { reveal };
}

/** A window is hidden only where a tray icon can bring it back; elsewhere closing it is the wish to leave. */
async function hideOrQuit(window: ConsoleWindow, closesToTray: boolean, quit: () => void): Promise<void> {
  if (closesToTray && (await hasTrayHost())) {
    window.hide();
  } else {
    quit();
  }
}

function factsOf(flags: StartFlags, version: string): AppFacts {
  const known = ['linux', 'win32', 'darwin'] as const;
  return {
    version,
    platform: known.find((platform) => platform === process.platform) ?? 'other',
    serverFromCommandLine: flags.serverUrl,
    startsOnPracticeFloor: flags.startsOnPracticeFloor,
  };
}

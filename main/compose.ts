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
import type { Graphics } from './electron/graphics';
import { createElectronHttp } from './electron/http';
import { createIpcPort } from './electron/ipc-port';
import { systemLanguage, useLanguage } from './electron/language';
import { openLink } from './electron/links';
import { setMenu } from './electron/menu';
import { onWake } from './electron/power';
import { createPracticeProcess } from './electron/practice-process';
import { serveBundle } from './electron/protocol';
import { createSecretStore } from './electron/secrets';
import { openSettingsFile } from './electron/settings-file';
import { createShellIntents } from './electron/shell-intents';
import { stoppedPageHtml, type StoppedPicture } from './electron/stopped-page';
import { useTheme } from './electron/theme';
import { hasTrayHost } from './electron/tray-host';
import { trayStateOf } from './electron/tray-state';
import { guardWebContents } from './electron/web-contents-guard';
import { openWindow, type ConsoleWindow } from './electron/window';
import { keepOwnInvitationsAccepted } from './floor/commands/accept-own-invitations';
import { createFloorCommands } from './floor/commands/floor-commands';
import { Truth, type FloorPicture } from './floor/truth';
import { createGenesysPlatform } from './genesys-platform';
import { createHandlers } from './ipc/handlers';
import { Publisher } from './ipc/publisher';
import { openCounter } from './ipc/router';
import type { Lifecycle } from './lifecycle';
import { createRememberedSignIn } from './remembered-sign-in';
import { createSessionControl } from './session-control';
import { openChoices } from './settings/choices';
import { WatchKeeper } from './settings/kept-watches';
import { WorkKeeper } from './settings/kept-work';
import { createStepBack, visibleChats } from './step-back';

export interface ComposeOptions {
  readonly flags: StartFlags;
  /** The folder with `main`, `preload`, `renderer` and `icons` as they were built. */
  readonly bundleFolder: string;
  readonly sink: LogSink;
  readonly lifecycle: Lifecycle;
  readonly graphics: Graphics;
  readonly version: string;
  readonly quit: () => void;
}

export interface Console {
  reveal(): void;
}

/** Plugs the rooms into each other. Call it once Electron is ready. */
export function compose({ flags, bundleFolder, sink, lifecycle, graphics, version, quit }: ComposeOptions): Console {
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

  const undoAccepting = keepOwnInvitationsAccepted({
    truth,
    accept: commands['chats.accept'],
    isWished: () => choices.current().acceptsInvitations,
    newId: randomUUID,
    log: log('commands'),
  });
  const stepBackHere = createStepBack({
    floor: truth,
    monitor: commands['chats.monitor'],
    newId: randomUUID,
    log: log('commands'),
  });

  // What outlives a window, and what outlives the program.
  const keptWork = new WorkKeeper();
  const keptWatches = new WatchKeeper(settingsFile, clock);
  const undoKeeping = truth.subscribe(({ changes }) => {
    keptWork.hear(changes);
    keptWatches.hear(changes);
  });

  // The counter in the wall.
  const publisher = new Publisher(truth, clock, log('publisher'));
  const intents = createShellIntents((intent) => {
    publisher.push('shell.intent', intent);
  });
  const knownContents = new Set<number>();
  let viewedChat: string | null = null;
  const handlers = createHandlers({
    facts: () => ({ ...factsOf(flags, version), settingsProblem: settingsFile.tellProblem() }),
    session,
    floor: commands,
    snapshotFor: (windowId) => {
      const snapshot = publisher.snapshotFor(windowId);
      // The answer must be on its way before anything that is pushed after it.
      setImmediate(() => {
        intents.windowIsReady();
      });
      console?.page.pageIsReady();
      return snapshot;
    },
    choices,
    openLink: (url) => openLink(url, log('links')),
    viewing: (_windowId, chatId) => {
      viewedChat = chatId;
    },
    alive: () => {
      console?.page.pageAnswered();
    },
    keptWork,
    keptWatches,
  });
  openCounter(createIpcPort(knownContents), handlers, log('ipc'));

  // What a person sees: the window and what stands around it.
  useTheme(choices.current().theme);
  useLanguage(choices.current());
  guardWebContents(log('guard'));
  const stoppedPageNow = (): string =>
    stoppedPageHtml(stoppedPictureOf(truth.snapshot(), keptWork.recall().drafts.length));
  serveBundle(path.join(bundleFolder, 'renderer'), stoppedPageNow, log('bundle'));
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
      recovery: {
        askAlive: () => {
          opened.send(pushChannel('window.heartbeat'), null);
        },
        stoppedPageNow,
        stepBack: stepBackHere,
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
  const undoFollowing = truth.subscribe(() => {
    console?.page.floorChanged();
  });
  // A window that works does it itself, so that it can say what became of it.
  const stepBackEverywhere = (): void => {
    if (console === null || console.page.isStopped()) {
      stepBackHere();
    } else {
      intents.send({ type: 'stepBackEverywhere' });
    }
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
      if (intent.type === 'stepBackEverywhere') {
        stepBackEverywhere();
      } else {
        intents.send(intent);
      }
    },
    quit,
  });
  const drawMenu = (): void => {
    setMenu({
      openFloor: () => {
        intents.send({ type: 'openFloor' });
      },
      openSettings: () => {
        intents.send({ type: 'openSettings' });
      },
      stepBackEverywhere,
      signOut: () => {
        intents.send({ type: 'signOut' });
      },
      reload: () => {
        console?.page.openAgain();
      },
      quit,
    });
  };
  drawMenu();
  openConsole();
  if (flags.startsOnPracticeFloor) {
    fireAndReport(session.signIn({ kind: 'practice' }), 'Going to the practice floor', log('session'));
  }

  // What comes from outside.
  graphics.onNews((when) => {
    intents.send({ type: 'tellGraphics', when });
  });
  choices.subscribe((settings) => {
    useTheme(settings.theme);
    useLanguage(settings);
    drawMenu();
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
  lifecycle.beforeEnd('Leaving the server', () => {
    // An end that was wished for leaves nothing to go on with.
    keptWatches.forget();
    return platform.signOut();
  });
  lifecycle.beforeEnd('Stopping the practice floor', () => practice.stop());
  lifecycle.beforeEnd('Clearing the desktop', () => {
    undoAccepting();
    undoKeeping();
    undoFollowing();
    desktop.close();
    disposeCommands();
    publisher.dispose();
    return undefined;
  });

  return { reveal };
}

function stoppedPictureOf(picture: FloorPicture, draftCount: number): StoppedPicture {
  const { connection: standing, icon } = trayStateOf(picture);
  const visible = visibleChats(picture.chats);
  const isSteppingBack =
    visible.length > 0 &&
    visible.every(({ id }) => picture.pending.some(({ kind, chatId }) => kind === 'monitor' && chatId === id));
  return { standing, icon, visibleCount: visible.length, isSteppingBack, draftCount };
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
    systemLanguage: systemLanguage(),
  };
}

import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { appFacts } from './app-facts';
import { systemClock as clock } from './base/clock';
import { fireAndReport } from './base/fire-and-report';
import { createLogger, type Logger, type LogSink } from './base/log';
import type { StartFlags } from './electron/command-line';
import { createDesktop } from './electron/desktop';
import type { Graphics } from './electron/graphics';
import { createElectronHttp } from './electron/network/http';
import { createIpcPort } from './electron/ipc-port';
import { useLanguage } from './electron/languages/language';
import { openLink } from './electron/guards/links';
import { setMenu } from './electron/menu';
import { onWake } from './electron/power';
import { createPracticeProcess } from './electron/practice-process';
import { serveBundle } from './electron/protocol';
import { createSecretStore } from './electron/secrets';
import { openSettingsFile } from './electron/files/settings-file';
import { stoppedPageHtml } from './electron/stopped-page';
import { useTheme } from './electron/theme';
import { hasTrayHost } from './electron/tray/tray-host';
import { guardWebContents } from './electron/guards/web-contents-guard';
import type { ConsoleWindow } from './electron/window';
import { keepOwnInvitationsAccepted } from './floor/commands/accept-own-invitations';
import { AttentionDesk } from './floor/attention/attention-desk';
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
import { WatchKeeper } from './settings/kept-watches';
import { changesOf, WorkKeeper } from './settings/kept-work';
import { WallArrangement } from './settings/wall-arrangement';
import { ShownAgents } from './shown-agents';
import { stoppedPictureOf } from './stopped-picture';
import { createWindowOpening } from './window-opening';
import { createWindows } from './windows';

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
    mediumOf: (chatId) => truth.mediumOf(chatId),
    ownStanding: () => truth.ownChannels,
  });
  const practice = createPracticeProcess({
    entryFile: path.join(bundleFolder, 'main', 'practice.js'),
    flags: flags.practice,
    clock,
    log: log('practice'),
  });
  const session = createSessionControl({ platform, record: truth, practice, remembered, log: log('session') });
  const {
    commands,
    stepBack,
    dispose: disposeCommands,
  } = createFloorCommands({
    truth,
    contactCentre: () => platform.contactCentre(),
    drafts: {
      begunFor: (draft) => keptWork.begunFor(draft),
      beginSend: (draft) => keptWork.beginSend(draft),
      sent: (draft) => {
        const change = keptWork.sent(draft);
        if (change !== null) windows.draftChanged(change, null);
      },
    },
    clock,
    log: log('commands'),
  });

  const undoAccepting = keepOwnInvitationsAccepted({
    truth,
    accept: commands['chats.accept'],
    isWished: (chatId) => choices.current().acceptsInvitations && !stepBack.isDeclining(chatId),
    newId: randomUUID,
    log: log('commands'),
  });
  const attention = new AttentionDesk({
    truth,
    clock,
    settings: choices.current().attention,
    pause: () => new Promise(setImmediate),
  });
  choices.subscribe((settings) => {
    attention.settingsChanged(settings.attention);
  });
  const stepBackEverywhere = (): void => {
    stepBack.begin('everyone');
  };

  // What outlives a window, and what outlives the program.
  const keptWork = new WorkKeeper();
  const keptWatches = new WatchKeeper(settingsFile, clock, () => choices.current().resumesWatches);
  const undoKeeping = truth.subscribe(({ changes }) => {
    keptWork.hear(changes);
    keptWatches.hear(changes);
    sharedWall.apply(changes);
  });

  // The counter in the wall, and the windows behind it.
  const stoppedPageNow = (): string =>
    stoppedPageHtml(stoppedPictureOf(truth.snapshot(), keptWork.recall('main').drafts.length));
  const publisher = new Publisher(truth, clock, log('publisher'));
  const shownAgents = new ShownAgents((agentIds) => {
    platform.lookAt(agentIds);
  });
  const sharedWall = new WallArrangement(
    () => windows.knownContents,
    (windowId, wall) => {
      publisher.push('wall.arranged', wall, (id) => id === windowId);
    },
  );
  const windows = createWindows({
    open: createWindowOpening({
      bundleFolder,
      places: settingsFile,
      clock,
      log: log('window'),
      recovery: { stoppedPageNow, stepBack: stepBackEverywhere },
    }),
    publisher,
    isEnding: () => lifecycle.phase() === 'stopping' || lifecycle.phase() === 'stopped',
    mainWasClosed: (window) => void hideOrQuit(window, choices.current().closeToTray, quit),
    wallWish: {
      read: () => settingsFile.read('wallIsOpen') === true,
      write: (isWished) => {
        settingsFile.write('wallIsOpen', isWished);
      },
    },
    shownAgents,
    wallIsGone: (windowId) => {
      sharedWall.leave(windowId);
    },
  });
  const handlers = createHandlers({
    facts: () => ({ ...appFacts(flags, version), settingsProblem: settingsFile.tellProblem() }),
    session,
    floor: commands,
    windowReads: (windowId) => {
      publisher.windowReads(windowId);
    },
    snapshotFor: (windowId) => {
      const snapshot = publisher.snapshotFor(windowId);
      windows.pageIsReady(windowId);
      return snapshot;
    },
    choices,
    openLink: (url) => openLink(url, log('links')),
    viewing: windows.viewing,
    showAgents: (windowId, agentIds) => {
      shownAgents.shown(windowId, agentIds);
    },
    alive: windows.pageAnswered,
    keptWork: {
      recall: (windowId) => keptWork.recall(windows.roleOf(windowId)),
      keepDraft: (draft, windowId) => {
        const kept = keptWork.keepDraft(draft, windowId);
        windows.draftChanged({ draft, revision: kept.revision }, windowId);
        return kept;
      },
      sendOut: (request, windowId) => {
        const sentOut = keptWork.sendOut(request, windowId);
        for (const news of changesOf(request, sentOut)) windows.draftChanged(news, windowId);
        return sentOut;
      },
      keepView: (view, windowId) => {
        keptWork.keepView(view, windows.roleOf(windowId));
      },
    },
    sharedWall,
    wall: { openWindow: windows.openWall, openChat: windows.openChat },
    keptWatches,
    attention,
  });
  openCounter(createIpcPort(windows.knownContents), handlers, log('ipc'));

  // What a person sees: the windows and what stands around them.
  useTheme(choices.current().theme);
  useLanguage(choices.current());
  guardWebContents(log('guard'));
  serveBundle(path.join(bundleFolder, 'renderer'), stoppedPageNow, log('bundle'));
  const undoFollowing = truth.subscribe(({ changes }) => {
    for (const change of changes) if (change.type === 'sessionChanged') windows.hear(change.session);
    windows.floorChanged();
  });
  const desktop = createDesktop({
    floor: truth,
    choices,
    clock,
    log: log('desktop'),
    trayIconFolder: path.join(bundleFolder, 'icons', 'tray'),
    isLookedAt: windows.isLookedAt,
    reveal: windows.reveal,
    isReportSeen: windows.isInFront,
    stepBackEverywhere,
    sendIntent: windows.send,
    quit,
  });
  const drawMenu = (): void => {
    setMenu({
      openFloor: () => {
        windows.send({ type: 'openFloor' });
      },
      openWall: windows.openWall,
      openSettings: () => {
        windows.send({ type: 'openSettings' });
      },
      stepBackEverywhere,
      signOut: () => {
        windows.send({ type: 'signOut' });
      },
      reload: windows.openAgain,
      quit,
    });
  };
  drawMenu();
  windows.reveal();
  if (flags.startsOnPracticeFloor) {
    fireAndReport(session.signIn({ kind: 'practice' }), 'Going to the practice floor', log('session'));
  }

  // What comes from outside.
  graphics.onNews((when) => {
    windows.send({ type: 'tellGraphics', when });
  });
  choices.subscribe((settings) => {
    useTheme(settings.theme);
    useLanguage(settings);
    drawMenu();
    publisher.tell('settings.changed', settings);
  });
  const undoWake = onWake(clock, (why) => {
    platform.wake(why);
    desktop.renewTray();
  });

  // The end, in this order.
  lifecycle.beforeEnd('Hiding the windows', () => {
    windows.hide();
    undoWake();
    return undefined;
  });
  lifecycle.beforeEnd('Leaving the server', () => {
    keptWatches.endOrderly();
    return platform.signOut();
  });
  lifecycle.beforeEnd('Stopping the practice floor', () => practice.stop());
  lifecycle.beforeEnd('Clearing the desktop', () => {
    undoAccepting();
    undoKeeping();
    undoFollowing();
    desktop.close();
    disposeCommands();
    attention.dispose();
    publisher.dispose();
    return undefined;
  });

  return { reveal: windows.reveal };
}

/** A window is hidden only where a tray icon can bring it back; elsewhere closing it is the wish to leave. */
async function hideOrQuit(window: ConsoleWindow, closesToTray: boolean, quit: () => void): Promise<void> {
  if (closesToTray && (await hasTrayHost())) {
    window.hide();
  } else {
    quit();
  }
}

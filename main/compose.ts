import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { ShellAction } from '../preload/contract';
import { appInfo } from './shell/app-info';
import { systemClock as clock } from './base/clock';
import { runInBackground } from './base/run-in-background';
import { createLogger, type Logger, type LogSink } from './base/log';
import type { StartFlags } from './shell/command-line';
import { createMainWindowClose } from './shell/close-main-window';
import { followPresence } from './shell/user-presence';
import { createDesktopIntegration } from './shell/desktop-integration';
import { watchHiddenStart } from './shell/hidden-start';
import { askAboutClosing } from './electron/close-question';
import { openDesktopServices, openSessionBus } from './electron/desktop-services';
import { createTray } from './electron/tray';
import type { GpuFallback } from './shell/gpu-fallback';
import { composeBudget } from './compose/budget';
import { composeConnectionCheck } from './compose/connection-check';
import { composeJournal } from './compose/journal';
import { composeNetwork } from './compose/network';
import { composeSpelling } from './compose/spelling';
import { composeSupport } from './compose/support';
import { composeUpdates } from './compose/updates';
import { createElectronHttp } from './electron/http';
import { createIpcPort } from './electron/ipc-port';
import { applyLanguage, systemLanguage } from './electron/apply-language';
import { openLink } from './electron/links';
import { createLoginItem, wasStartedAtLogin } from './electron/login-item';
import { addContextMenus } from './electron/context-menu';
import { setMenu } from './electron/menu';
import { showLogFile } from './electron/support';
import type { RecentLog } from './diagnostics/recent-log';
import { userDataFolder } from './electron/settings-file';
import { onWake } from './electron/power';
import { openPresenceSignals } from './electron/presence-signals';
import { createPracticeProcess } from './electron/practice-process';
import { serveBundle } from './electron/protocol';
import { systemSecrets } from './electron/secrets';
import { openSettingsFile } from './electron/settings-file';
import { stoppedPageHtml } from './windows/fallback-page';
import { applyTheme } from './electron/apply-theme';
import { guardWebContents } from './electron/web-contents-guard';
import { isWayland } from './electron/wayland';
import { openWindow } from './electron/window';
import { autoAcceptInvitations } from './floor/commands/accept-own-invitations';
import { AttentionEngine } from './floor/attention/attention-engine';
import { createFloorCommands } from './floor/commands/floor-commands';
import { FloorStore } from './floor/floor-store';
import { createGenesysPlatform } from './session/genesys-platform';
import { signOutPageOf } from './session/server-profiles';
import type { Http } from './gws/http-port';
import { mostPerSecond } from './settings/request-rate';
import { pollPauseMs } from './gws/stream/poll-pause';
import { recordRequests } from './gws/requests/recorded-http';
import { createHandlers } from './ipc/handlers';
import { Publisher } from './ipc/publisher';
import { recordActs } from './ipc/recorded-acts';
import { registerIpcHandlers } from './ipc/router';
import type { Lifecycle } from './lifecycle';
import { isHostAllowed, isSignInHostAllowed, type Policy } from './policy/policy';
import { createRememberedSignIn } from './session/remembered-sign-in';
import { SecretStore } from './session/secret-store';
import { createSessionControl } from './session/session-control';
import { UnfinishedShift } from './session/unfinished-shift';
import { openUnflushedFile } from './notifications/unflushed-file';
import { openSettingsStore } from './settings/settings-store';
import { SavedWatches } from './settings/saved-watches';
import { WorkspaceMemory } from './settings/workspace-memory';
import { WallArrangement } from './settings/wall-arrangement';
import { SeenWindows } from './windows/seen-windows';
import { ShownAgents } from './windows/shown-agents';
import { spokenLanguage } from './ui-strings/ui-strings';
import { fallbackPageState } from './windows/fallback-page-state';
import { createWindowFactory } from './windows/window-factory';
import { createWindows } from './windows/windows';

export interface ComposeOptions {
  readonly flags: StartFlags;
  /** Folder of the built `main`, `preload`, `renderer` and `icons`. */
  readonly bundleFolder: string;
  readonly sink: LogSink;
  readonly recentLog: RecentLog;
  readonly lifecycle: Lifecycle;
  readonly gpuFallback: GpuFallback;
  readonly policy: Policy;
  readonly version: string;
  readonly quit: () => void;
}

export interface RunningApp {
  reveal(): void;
  /** Runs an action from a link in the main window, once it is ready. */
  follow(action: ShellAction): void;
}

/** Connects all modules. Call it once, after Electron is ready. */
export function compose({
  flags,
  bundleFolder,
  sink,
  recentLog,
  lifecycle,
  gpuFallback,
  policy,
  version,
  quit,
}: ComposeOptions): RunningApp {
  const log = (scope: string): Logger => createLogger(scope, sink);

  // Stored state
  const settingsFile = openSettingsFile(log('settings'));
  const settings = openSettingsStore(settingsFile, log('settings'), {
    fixed: policy.settings,
    rights: policy.state.rights,
  });
  const { rights } = policy.state;
  const bus = openSessionBus({ clock, log: log('desktop') });
  const secrets = new SecretStore({ system: systemSecrets(bus), clock, log: log('secrets') });
  const remembered = createRememberedSignIn({
    memory: settingsFile,
    secrets,
    serverFromCommandLine: flags.serverUrl,
    isPasswordAllowed: rights.mayRememberPassword,
    managedProfiles: policy.state.profiles,
  });

  // Network
  const network = composeNetwork({
    policy,
    proxy: () => settings.current().proxy,
    memory: settingsFile,
    secrets,
    clock,
    log: log('network'),
    onQuestionChange: (question) => {
      publisher.publishValue('network.questionChanged', question);
    },
    tryAgain: () => {
      platform.wake('networkBack');
    },
  });

  const updates = composeUpdates({
    ...{ policy: policy.updates, version, network: network.access, clock, log: log('updates') },
    onChange: (state) => {
      publisher.publishValue('updates.changed', state);
    },
  });

  // Journal
  const journal = composeJournal({
    settings: () => settings.current(),
    isExportAllowed: rights.mayExportJournal,
    clock,
    log: log('journal'),
    onState: (state) => {
      publisher.publishValue('journal.stateChanged', state);
    },
  });
  const { recorder } = journal;

  // Floor store and what writes to it
  const masksNumbers = (): boolean => settings.current().masksNumbers;
  const floorStore = new FloorStore(clock, log('floor'), masksNumbers);
  const support = composeSupport({
    version,
    settings: () => settings.current(),
    policy,
    floorStore,
    recentLog,
    clock,
    log: log('support'),
  });
  const workspace = new WorkspaceMemory((change, windowId) => {
    windows.broadcastDraft(change, windowId);
  });
  const signInPages = {
    clock,
    log: log('sign-in page'),
    isHostAllowed: (host: string) => isSignInHostAllowed(policy.state, host),
    signOutPageOf: (serverUrl: string) => signOutPageOf(policy.state.profiles, serverUrl),
  };
  const openHttp = (): Http =>
    recordRequests(createElectronHttp(network.access, signInPages), (sent) => recorder.request(sent));
  const platform = createGenesysPlatform({
    openHttp,
    clock,
    random: Math.random,
    newId: randomUUID,
    log,
    sink: floorStore,
    ownChannels: () => floorStore.ownChannels,
    pollPauseMs: () => pollPauseMs(seenWindows.isAnySeen),
    mostPerSecond: () => mostPerSecond(settings.current()),
  });
  const connectionCheck = composeConnectionCheck({
    policy,
    openHttp,
    platform,
    clock,
    log: log('connection check'),
    onChange: (state) => {
      publisher.publishValue('connectionCheck.changed', state);
    },
  });
  const practice = createPracticeProcess({
    entryFile: path.join(bundleFolder, 'main', 'practice.js'),
    flags: flags.practice,
    clock,
    log: log('practice'),
  });
  const spelling = composeSpelling({ bundleFolder, settings, language: spokenLanguage, clock, log: log('spelling') });
  const session = createSessionControl({
    platform,
    record: floorStore,
    practice,
    remembered,
    isHostAllowed: (host) => isHostAllowed(policy.state, host),
    rights,
    log: log('session'),
  });
  const {
    commands: unlimitedCommands,
    stepBack,
    invitedTo,
    dispose: disposeCommands,
  } = createFloorCommands({
    floorStore,
    contactCentre: () => platform.contactCentre(),
    drafts: workspace,
    masksNumbers,
    rights,
    clock,
    log: log('commands'),
  });

  const { keeper: budget, commands } = composeBudget({
    settings: () => settings.current(),
    journal,
    floorStore,
    commands: unlimitedCommands,
    invitedTo,
    clock,
    log: log('budget'),
    publish: (state) => {
      publisher.publishValue('budget.changed', state);
    },
  });

  const disposeAutoAccept = autoAcceptInvitations({
    floorStore,
    accept: commands['chats.accept'],
    isEnabled: (chatId) => settings.current().acceptsInvitations && !stepBack.isDeclining(chatId),
    newId: randomUUID,
    log: log('commands'),
  });
  const attention = new AttentionEngine({
    floorStore,
    clock,
    settings: settings.current().attention,
    pause: () => new Promise(setImmediate),
  });
  settings.subscribe(({ attention: rules }) => {
    attention.settingsChanged(rules);
  });
  const stepBackEverywhere = (): void => {
    stepBack.begin('everyone');
  };

  // State that outlives the program
  const savedWatches = new SavedWatches(settingsFile, clock, () => settings.current().resumesWatches);
  const unfinishedShift = new UnfinishedShift(settingsFile);
  const disposeStateUpdates = floorStore.subscribe(({ changes }) => {
    unfinishedShift.applyChanges(changes);
    support.applyChanges(changes);
    connectionCheck.applyChanges(changes);
    recorder.applyChanges(changes);
    budget.applyChanges(changes);
    workspace.applyChanges(changes);
    savedWatches.applyChanges(changes);
    wallArrangement.apply(changes);
  });

  const userPresence = followPresence({
    signals: openPresenceSignals(bus),
    clock,
    settings,
    stepBack: () => {
      stepBack.beginIfVisible('everyone');
    },
    onChange: (presence) => {
      publisher.publishValue('presence.changed', presence);
    },
  });

  // IPC and windows
  const renderFallbackPage = (): string =>
    stoppedPageHtml(fallbackPageState(floorStore.snapshot(), workspace.stateFor('main').drafts.length));
  const publisher = new Publisher(floorStore, clock, log('publisher'));
  const shownAgents = new ShownAgents((agentIds) => {
    platform.lookAt(agentIds);
  });
  const seenWindows = new SeenWindows(clock, (windowId, isSeen) => {
    publisher.windowSeen(windowId, isSeen);
    shownAgents.windowSeen(windowId, isSeen);
  });
  const wallArrangement = new WallArrangement(
    () => windows.trustedContentsIds,
    (windowId, wall) => {
      publisher.push('wall.arranged', wall, (id) => id === windowId);
    },
  );
  const closeMainWindow = createMainWindowClose({
    setting: () => settings.current().onClose,
    remember: (onClose) => {
      settings.change({ onClose });
    },
    hasTray: () => desktop.hasTray(),
    isShiftRunning: () => floorStore.snapshot().session.phase !== 'signedOut',
    ask: askAboutClosing,
    quit,
  });
  const windows = createWindows({
    open: createWindowFactory({
      bundleFolder,
      openWindow,
      places: settingsFile,
      isWayland: isWayland(),
      clock,
      log: log('window'),
      recovery: { renderFallbackPage, stepBack: stepBackEverywhere },
    }),
    publisher,
    isEnding: () => lifecycle.phase() === 'stopping' || lifecycle.phase() === 'stopped',
    onMainClose: (window) => {
      runInBackground(closeMainWindow(window), 'closing the window', log('window'));
    },
    focusChanged: () => {
      desktop.focusChanged();
    },
    wallWindowSetting: {
      read: () => settingsFile.read('wallIsOpen') === true,
      write: (isEnabled) => {
        settingsFile.write('wallIsOpen', isEnabled);
      },
    },
    seenWindows,
    shownAgents,
    wallIsGone: (windowId) => {
      wallArrangement.leave(windowId);
    },
  });
  const handlers = createHandlers({
    appInfo: () => ({
      ...appInfo(flags, version, systemLanguage(), policy.state),
      settingsProblem: settingsFile.takeProblem(),
      isShiftUnfinished: unfinishedShift.isFound(),
    }),
    session,
    floor: commands,
    windowReads: (windowId) => {
      publisher.windowReads(windowId);
    },
    snapshotFor: (windowId) => {
      const snapshot = publisher.snapshotFor(windowId);
      windows.onPageReady(windowId);
      return snapshot;
    },
    userPresence: () => userPresence.state(),
    settings,
    spelling: spelling.service,
    openLink: (url) => openLink(url, log('links')),
    setActiveChat: windows.setActiveChat,
    showAgents: (windowId, agentIds) => {
      shownAgents.shown(windowId, agentIds);
    },
    onHeartbeatAck: windows.onHeartbeatAck,
    roleOf: windows.roleOf,
    workspace,
    wallArrangement,
    wall: { openWindow: windows.openWall, openChat: windows.openChat },
    savedWatches,
    attention,
    budgetState: () => budget.state,
    journal: journal.commands,
    support: support.commands,
    updates,
    network: network.handlers,
    connectionCheck: connectionCheck.check,
    desktop: {
      state: () => desktop.state(),
      startTest: () => {
        desktop.startTest();
      },
      dismissNotice: () => {
        desktop.dismissNotice();
      },
      soundReported: (isPlayed) => {
        desktop.soundReported(isPlayed);
      },
    },
  });
  registerIpcHandlers(createIpcPort(windows.trustedContentsIds), recordActs(handlers, recorder), log('ipc'));

  // User interface outside the pages
  applyTheme(settings.current().theme);
  applyLanguage(settings.current());
  guardWebContents(log('guard'));
  addContextMenus({
    isOwnPage: (contentsId) => windows.trustedContentsIds.has(contentsId),
    suggestions: (word) => spelling.service.suggestions(word),
    addWord: (word) => {
      spelling.service.addWord(word);
    },
  });
  network.start();
  serveBundle(path.join(bundleFolder, 'renderer'), renderFallbackPage, log('bundle'));
  const publishProfile = (): void => {
    publisher.publishValue('session.profileChanged', session.profile());
  };
  const disposeWindowUpdates = floorStore.subscribe(({ changes }) => {
    for (const change of changes) {
      if (change.type !== 'sessionChanged') continue;
      windows.onSessionChange(change.session);
      // The sign-in page comes back, with what the last sign-in was like.
      if (change.session.phase !== 'signedOut') continue;
      publishProfile();
      spelling.stop();
    }
    windows.floorChanged();
  });
  const desktop = createDesktopIntegration({
    floor: floorStore,
    settings,
    clock,
    openServices: (events) =>
      openDesktopServices({
        ...{ ...events, bus, clock, log: log('desktop'), bundleFolder },
        // Not with the settings: those are flushed to the disk, and a notification is shown or withdrawn every few seconds.
        leftFile: openUnflushedFile(path.join(userDataFolder(), 'left-notifications.json'), log('desktop')),
      }),
    createTray: (actions) =>
      createTray({ iconFolder: path.join(bundleFolder, 'icons', 'tray'), log: log('desktop'), actions }),
    raisedFile: openUnflushedFile(path.join(userDataFolder(), 'raised-alerts.json'), log('desktop')),
    isChatInFocus: windows.isChatInFocus,
    reveal: windows.showMain,
    unhide: windows.unhideMain,
    acknowledge: (chatId, rules) => {
      attention.acknowledge(chatId, rules);
    },
    isReportSeen: windows.isInFront,
    stepBackEverywhere,
    sendAction: windows.sendToMain,
    playInPage: windows.playInMain,
    stateChanged: (state) => {
      publisher.publishValue('desktop.stateChanged', state);
    },
    quit,
  });
  // As early as possible: the process of the page starts while the rest is prepared.
  const startsHidden = flags.startsHidden || (wasStartedAtLogin() && settings.current().startsAtLogin === 'hidden');
  const disposeHiddenStart = startsHidden
    ? watchHiddenStart({ clock, hasTray: () => desktop.hasTray(), showMinimized: windows.minimizeHiddenMain })
    : () => undefined;
  if (startsHidden) windows.openMainHidden();
  else windows.showMain();
  const loginItem = createLoginItem(log('login item'));
  loginItem.apply(settings.current().startsAtLogin);
  const drawMenu = (): void => {
    setMenu({
      sendAction: windows.sendToMain,
      openWall: windows.openWall,
      stepBackEverywhere,
      reload: windows.reloadFocused,
      showLog: showLogFile,
      quit,
    });
  };
  drawMenu();
  if (flags.startsOnPracticeFloor) {
    runInBackground(session.signIn({ kind: 'practice' }), 'signing in to the practice floor', log('session'));
  }

  // Events from outside
  gpuFallback.onStateChange((when) => {
    windows.sendToMain({ type: 'showGpuNotice', when });
  });
  settings.subscribe((changed) => {
    budget.evaluate();
    network.settingsChanged();
    floorStore.applyMasking();
    applyTheme(changed.theme);
    const languageBefore = spokenLanguage();
    applyLanguage(changed);
    if (spokenLanguage() !== languageBefore) drawMenu();
    loginItem.apply(changed.startsAtLogin);
    publisher.publishValue('settings.changed', changed);
  });
  secrets.onChange(publishProfile);
  // Without a connection, the store counts as absent.
  bus?.onConnectionChange((isConnected) => {
    if (isConnected) secrets.checkAgain();
  });
  const disposeWake = onWake(clock, (why) => {
    platform.wake(why);
  });

  // Shutdown, in this order
  lifecycle.beforeEnd('hiding the windows', () => {
    windows.hide();
    disposeWake();
    disposeHiddenStart();
    return undefined;
  });
  lifecycle.beforeEnd('signing out', () => {
    connectionCheck.check.stop();
    savedWatches.markCleanExit();
    return platform.signOut().then((isConfirmed) => {
      if (isConfirmed) unfinishedShift.end();
    });
  });
  lifecycle.beforeEnd('closing the journal', () => recorder.end());
  lifecycle.beforeEnd('stopping the spelling process', () => {
    spelling.stop();
    return undefined;
  });
  lifecycle.beforeEnd('stopping the practice floor', () => practice.stop());
  lifecycle.beforeEnd('removing tray and notifications', () => {
    userPresence.dispose();
    disposeAutoAccept();
    disposeStateUpdates();
    disposeWindowUpdates();
    secrets.dispose();
    updates.dispose();
    desktop.close();
    budget.dispose();
    disposeCommands();
    attention.dispose();
    publisher.dispose();
    return undefined;
  });

  return { reveal: windows.showMain, follow: windows.sendToMain };
}

import { noPolicy } from '../../../main/policy/policy';
import { allRights } from '../../../preload/contract/rights';
import type { Bridge, CommandName, PushName, Pushes, Settings } from '../../../preload/contract';
import { commandChannel } from '../../../preload/contract/channels';
import type { Clock } from '../../../main/base/clock';
import { createLogger, type LogLine, type LogSink } from '../../../main/base/log';
import { AttentionEngine } from '../../../main/floor/attention/attention-engine';
import { autoAcceptInvitations } from '../../../main/floor/commands/accept-own-invitations';
import { createFloorCommands } from '../../../main/floor/commands/floor-commands';
import { FloorStore } from '../../../main/floor/floor-store';
import { createGenesysPlatform, type GenesysPlatform } from '../../../main/session/genesys-platform';
import type { Http } from '../../../main/gws/http-port';
import { recordRequests } from '../../../main/gws/requests/recorded-http';
import { recordActs } from '../../../main/ipc/recorded-acts';
import { Journal } from '../../../main/journal/journal';
import type { JournalStorage } from '../../../main/journal/journal-storage';
import type { Retention } from '../../../main/journal/retention';
import { createJournalCommands } from '../../../main/journal/journal-commands';
import { JournalRecorder } from '../../../main/journal/journal-recorder';
import { createHandlers } from '../../../main/ipc/handlers';
import { Publisher } from '../../../main/ipc/publisher';
import { registerIpcHandlers, type IpcCaller, type Handlers } from '../../../main/ipc/router';
import { createRememberedSignIn } from '../../../main/session/remembered-sign-in';
import type { KeyValueStore } from '../../../main/session/sign-in-memory';
import { createSessionControl } from '../../../main/session/session-control';
import { openSettingsStore, type SettingsStore } from '../../../main/settings/settings-store';
import { SavedWatches } from '../../../main/settings/saved-watches';
import { WorkspaceMemory, type WindowRole } from '../../../main/settings/workspace-memory';
import { WallArrangement } from '../../../main/settings/wall-arrangement';
import { MemoryStorage } from '../journal/memory-storage';
import { memoryFile, noDesktop, noPractice, noSecrets, noSupport } from './main-half-ports';

export interface MainHalfOptions {
  readonly clock: Clock;
  readonly random: () => number;
  readonly openHttp: () => Http;
  /** Puts something between the IPC handlers and those who answer, as a mistake would. */
  readonly spoil?: (handlers: Handlers, platform: GenesysPlatform) => Handlers;
  /** The settings file, if it is not one in memory. */
  readonly file?: KeyValueStore;
  /** The files of the journal, if they are not in memory. */
  readonly journalStorage?: JournalStorage;
  /** What is kept of the journal; everything if left out. */
  readonly retention?: (settings: Settings) => Retention;
  /** Receives every log entry. */
  readonly onLog?: LogSink;
}

export interface AskedCommand {
  readonly windowId: number;
  readonly name: string;
  readonly request: unknown;
}

/**
 * Main in one process, connected as `main/compose.ts` does it but for Electron and the sockets: every module of main, and the
 * IPC handlers with their schemas. `asked` holds everything that the windows requested.
 */
export class MainHalf {
  readonly asked: AskedCommand[] = [];
  readonly problems: LogLine[] = [];
  /** Files that the window asked to save. */
  readonly saved: { readonly name: string; readonly content: string | Uint8Array }[] = [];
  readonly floorStore: FloorStore;
  readonly settings: SettingsStore;
  readonly attention: AttentionEngine;
  readonly #clock: Clock;
  readonly #publisher: Publisher;
  readonly #roles = new Map<number, WindowRole>();
  readonly #answering = new Map<string, (caller: IpcCaller, payload: unknown) => Promise<unknown>>();
  readonly #ends: (() => void)[] = [];

  constructor(options: MainHalfOptions) {
    const { clock, random, openHttp } = options;
    const spoil = options.spoil ?? ((handlers: Handlers) => handlers);
    this.#clock = clock;
    const log = (scope: string) =>
      createLogger(scope, (line) => {
        if (line.level === 'error' || line.level === 'warn') this.problems.push(line);
        options.onLog?.(line);
      });
    let ids = 0;
    const newId = (): string => `id-${String((ids += 1))}`;
    const file = options.file ?? memoryFile();
    const settings = openSettingsStore(file, log('settings'));
    this.settings = settings;
    const storage = options.journalStorage ?? new MemoryStorage();
    const journal = new Journal({
      isKept: () => true,
      ...{ clock, log: log('journal'), openStorage: () => storage },
      pause: () => Promise.resolve(),
      retention: () => options.retention?.(settings.current()) ?? { maxAgeMs: Infinity, maxBytes: Infinity },
      onState: (state) => {
        this.#publisher.publishValue('journal.stateChanged', state);
      },
    });
    const recorder = new JournalRecorder(journal, 'run');
    this.floorStore = new FloorStore(clock, log('floor'));
    const { floorStore } = this;
    const platform = createGenesysPlatform({
      ...{ clock, random, newId, log, sink: floorStore },
      openHttp: () => recordRequests(openHttp(), (sent) => recorder.request(sent)),
    });
    const session = createSessionControl({
      isHostAllowed: () => true,
      rights: allRights,
      ...{ platform, record: floorStore, practice: noPractice, log: log('session') },
      remembered: createRememberedSignIn({
        memory: file,
        secrets: noSecrets,
        serverFromCommandLine: null,
        isPasswordAllowed: true,
      }),
    });
    const contactCentre = () => platform.contactCentre();
    const workspace = new WorkspaceMemory((change, windowId) => {
      this.#publisher.publishValue('drafts.changed', change, (id) => id !== windowId);
    });
    const { commands, dispose } = createFloorCommands({
      rights: allRights,
      floorStore,
      contactCentre,
      drafts: workspace,
      clock,
      log: log('commands'),
    });
    const undoAccepting = autoAcceptInvitations({
      floorStore,
      accept: commands['chats.accept'],
      isEnabled: () => settings.current().acceptsInvitations,
      ...{ newId, log: log('commands') },
    });
    const attention = new AttentionEngine({
      ...{ floorStore, clock, settings: settings.current().attention },
      pause: () => Promise.resolve(),
    });
    this.attention = attention;
    const savedWatches = new SavedWatches(file, clock, () => settings.current().resumesWatches);
    const undoKeeping = floorStore.subscribe(({ changes }) => {
      recorder.applyChanges(changes);
      workspace.applyChanges(changes);
      savedWatches.applyChanges(changes);
    });
    const publisher = new Publisher(floorStore, clock, log('publisher'));
    const wallArrangement = new WallArrangement(
      () => this.#roles.keys(),
      (windowId, wall) => publisher.push('wall.arranged', wall, (id) => id === windowId),
    );
    this.#publisher = publisher;
    const roleOf = (windowId: number): WindowRole => this.#roles.get(windowId) ?? 'main';
    const handlers = createHandlers({
      appInfo: () => ({
        version: '0.0.0',
        platform: 'linux',
        serverFromCommandLine: null,
        startsOnPracticeFloor: false,
        policy: noPolicy.state,
        systemLanguage: 'en',
      }),
      session,
      floor: commands,
      windowReads: (id) => {
        publisher.windowReads(id);
      },
      snapshotFor: (id) => publisher.snapshotFor(id),
      settings,
      network: {
        question: () => null,
        answer: () => Promise.resolve(false),
        userActed: () => undefined,
        tryAgain: () => undefined,
      },
      connectionCheck: { state: null, start: () => ({ ok: true, value: null }), stop: () => undefined },
      budgetState: () => ({ isOn: false, at: 0, agents: [], chats: [], steps: [] }),
      spelling: { misspelt: () => Promise.resolve([]) },
      openLink: () => Promise.resolve({ ok: true, value: null }),
      setActiveChat: () => undefined,
      showAgents: (_windowId, agentIds) => {
        platform.lookAt(agentIds);
      },
      onHeartbeatAck: () => undefined,
      wallArrangement,
      roleOf,
      workspace,
      wall: {
        openWindow: () => undefined,
        openChat: (chatId) => {
          this.push('shell.action', { type: 'openChat', chatId });
        },
      },
      savedWatches,
      attention,
      userPresence: () => ({ away: null }),
      desktop: noDesktop,
      support: noSupport,
      updates: { state: () => ({ phase: 'off' }), check: () => Promise.resolve(), download: () => Promise.resolve() },
      journal: createJournalCommands({
        isExportAllowed: true,
        journal,
        now: () => clock.now(),
        printPage: () => Promise.resolve(new Uint8Array()),
        saveFile: (name, content) => {
          this.saved.push({ name, content });
          return Promise.resolve(true);
        },
      }),
    });
    const port = {
      handle: (channel: string, listener: (caller: IpcCaller, payload: unknown) => Promise<unknown>) =>
        void this.#answering.set(channel, listener),
    };
    registerIpcHandlers(port, recordActs(spoil(handlers, platform), recorder), log('ipc'));
    settings.subscribe((changed) => {
      attention.settingsChanged(changed.attention);
      publisher.publishValue('settings.changed', changed);
    });
    this.#ends.push(undoAccepting, undoKeeping, dispose, () => {
      attention.dispose();
      publisher.dispose();
    });
  }

  /** The bridge of a window that is opened, or whose page is loaded again: nothing of what the last page knew is left. */
  openWindow(windowId: number, role: WindowRole): Bridge {
    this.#publisher.removeWindow(windowId);
    this.#roles.set(windowId, role);
    const hearing = new Map<PushName, Set<(payload: never) => void>>();
    this.#publisher.addWindow({
      id: windowId,
      send: (name, payload) => {
        // As between two processes: nothing is shared, and nothing arrives within the call that sends it.
        const copy = structuredClone(payload);
        this.#clock.after(0, () => {
          for (const listener of hearing.get(name) ?? []) listener(copy as never);
        });
      },
    });
    return {
      invoke: (name: CommandName, request: unknown) => {
        this.asked.push({ windowId, name, request });
        return this.invoke(name, request, windowId);
      },
      on: (name: PushName, listener: (payload: never) => void) => {
        const listeners = hearing.get(name) ?? new Set();
        hearing.set(name, listeners.add(listener));
        return () => listeners.delete(listener);
      },
    } as unknown as Bridge;
  }

  /** Calls a handler as the bridge of a window does. */
  async invoke(name: CommandName, request: unknown, windowId = 0): Promise<unknown> {
    const answer = this.#answering.get(commandChannel(name));
    if (answer === undefined) throw new Error(`an IPC handler exists for ${name}`);
    return structuredClone(await answer({ isTrusted: true, windowId }, structuredClone(request)));
  }

  /** The user can see this window, or no longer. */
  windowSeen(windowId: number, isSeen: boolean): void {
    this.#publisher.windowSeen(windowId, isSeen);
  }

  closeWindow(windowId: number): void {
    this.#publisher.removeWindow(windowId);
  }

  /** Sends to the main window what the tray, a notification or the menu would. */
  push<N extends PushName>(name: N, payload: Pushes[N]): void {
    this.#publisher.push(name, payload, (id) => this.#roles.get(id) === 'main');
  }

  close(): void {
    for (const end of this.#ends) end();
  }
}

import type {
  AppInfo,
  DesktopState,
  BudgetState,
  ConnectionCheckState,
  CrashDumpSummary,
  Done,
  JournalCheck,
  JournalExport,
  JournalPage,
  JournalPeriod,
  JournalState,
  NetworkAnswer,
  NetworkQuestion,
  UpdateState,
  UserPresence,
  Result,
  SavedWatch,
  Settings,
  ShiftReport,
  SignInProfile,
  SignInTarget,
  Snapshot,
} from '../../preload/contract';
import { done, fail, succeed } from '../base/result';
import type { AttentionEngine } from '../floor/attention/attention-engine';
import type { FloorCommands } from '../floor/commands/floor-commands';
import { defaultAttention } from '../settings/attention-settings';
import type { WallArrangement } from '../settings/wall-arrangement';
import type { WindowRole, WorkspaceMemory } from '../settings/workspace-memory';
import type { Handlers } from './router';

/** Session control as the handlers use it. */
interface SessionPort {
  profile(): SignInProfile;
  signIn(target: SignInTarget): Promise<Result<Done>>;
  cancelSignIn(): Promise<Result<Done>>;
  signOut(): Promise<Result<Done>>;
  forgetPassword(): Promise<Result<Done>>;
  chooseServer(url: string): Result<SignInProfile>;
  removeServer(url: string): Result<SignInProfile>;
  undoRemoveServer(): Result<SignInProfile>;
}

export interface HandlerPorts {
  readonly appInfo: () => AppInfo;
  readonly session: SessionPort;
  readonly floor: FloorCommands;
  /** Returns a snapshot for one window, which receives the changes after it. */
  readonly snapshotFor: (windowId: number) => Snapshot;
  /** Subscribes a window to changes outside the floor, which it now reads. */
  readonly windowReads: (windowId: number) => void;
  readonly userPresence: () => UserPresence;
  readonly settings: { current(): Settings; change(patch: Partial<Settings>): Result<Settings> };
  readonly spelling: { misspelt(words: readonly string[]): Promise<readonly string[] | null> };
  /** Opens an address in the user's browser, or refuses it. */
  readonly openLink: (url: string) => Promise<Result<Done>>;
  /** Reports which chat a window shows. */
  readonly setActiveChat: (windowId: number, chatId: string | null) => void;
  /** Reports which agents a window shows. */
  readonly showAgents: (windowId: number, agentIds: readonly string[] | null) => void;
  /** Reports a heartbeat reply of a window. */
  readonly onHeartbeatAck: (windowId: number) => void;
  readonly attention: Pick<AttentionEngine, 'acknowledge' | 'unacknowledge' | 'why' | 'preview'>;
  readonly roleOf: (windowId: number) => WindowRole;
  readonly workspace: Pick<WorkspaceMemory, 'stateFor' | 'saveDraft' | 'sendOut' | 'saveViewState'>;
  /** Actions on the other window. */
  readonly wall: { openWindow(): void; openChat(chatId: string): void };
  readonly wallArrangement: Pick<WallArrangement, 'read' | 'settle' | 'leave'>;
  readonly journal: {
    state(): JournalState;
    read(period: JournalPeriod): Promise<Result<JournalPage>>;
    check(): Promise<Result<JournalCheck>>;
    report(period: JournalPeriod): Promise<Result<ShiftReport>>;
    savePdf(windowId: number): Promise<Result<Done>>;
    export(request: JournalExport): Promise<Result<Done>>;
  };
  readonly support: {
    diagnostics(): Promise<Result<string>>;
    save(): Promise<Result<Done>>;
    showLog(): Result<Done>;
    crashDumps(): Promise<Result<CrashDumpSummary | null>>;
    removeCrashDumps(): Promise<Result<CrashDumpSummary | null>>;
  };
  readonly updates: { state(): UpdateState; check(): Promise<void>; download(): Promise<void> };
  readonly network: {
    question(): NetworkQuestion | null;
    answer(id: string, answer: NetworkAnswer): Promise<boolean>;
    /** The user acts: cancelled questions may come again. */
    userActed(): void;
    tryAgain(): void;
  };
  readonly connectionCheck: {
    readonly state: ConnectionCheckState | null;
    start(address: string): Result<Done>;
    stop(): void;
  };
  readonly desktop: {
    state(): DesktopState;
    startTest(): void;
    dismissNotice(): void;
    soundReported(isPlayed: boolean): void;
  };
  readonly budgetState: () => BudgetState;
  /** State that outlives the program. */
  readonly savedWatches: { offerable(): readonly SavedWatch[]; discardAll(): void };
}

/** Creates the handlers of all commands. */
export function createHandlers(ports: HandlerPorts): Handlers {
  const { session, settings, workspace, savedWatches } = ports;
  return {
    ...ports.floor,
    'app.info': () => Promise.resolve(succeed(ports.appInfo())),
    'session.profile': (_request, { windowId }) => {
      ports.windowReads(windowId);
      return Promise.resolve(succeed(session.profile()));
    },
    'session.signIn': (target) => {
      ports.network.userActed();
      return session.signIn(target);
    },
    'session.cancelSignIn': () => session.cancelSignIn(),
    'session.signOut': () => session.signOut(),
    'session.chooseServer': ({ url }) => Promise.resolve(session.chooseServer(url)),
    'session.removeServer': ({ url }) => Promise.resolve(session.removeServer(url)),
    'session.undoRemoveServer': () => Promise.resolve(session.undoRemoveServer()),
    'session.forgetPassword': () => session.forgetPassword(),
    'floor.snapshot': (_request, { windowId }) => Promise.resolve(succeed(ports.snapshotFor(windowId))),
    'attention.acknowledge': ({ chatId, rules }) => {
      ports.attention.acknowledge(chatId, rules);
      return Promise.resolve(done);
    },
    'attention.unacknowledge': ({ chatId }) => {
      ports.attention.unacknowledge(chatId);
      return Promise.resolve(done);
    },
    'attention.why': ({ chatId }) => Promise.resolve(succeed(ports.attention.why(chatId, settings.current().setAside))),
    'attention.preview': async (request) => succeed(await ports.attention.preview(request.settings)),
    'attention.defaults': () => Promise.resolve(succeed(defaultAttention)),
    'journal.read': (period) => ports.journal.read(period),
    'journal.state': (_request, { windowId }) => {
      ports.windowReads(windowId);
      return Promise.resolve(succeed(ports.journal.state()));
    },
    'journal.check': () => ports.journal.check(),
    'journal.report': (period) => ports.journal.report(period),
    'journal.savePdf': (_request, { windowId }) => ports.journal.savePdf(windowId),
    'journal.export': (request) => ports.journal.export(request),
    'support.diagnostics': () => ports.support.diagnostics(),
    'support.saveDiagnostics': () => ports.support.save(),
    'support.showLog': () => Promise.resolve(ports.support.showLog()),
    'support.crashDumps': () => ports.support.crashDumps(),
    'support.removeCrashDumps': () => ports.support.removeCrashDumps(),
    'updates.read': (_request, { windowId }) => {
      ports.windowReads(windowId);
      return Promise.resolve(succeed(ports.updates.state()));
    },
    'updates.check': async () => {
      await ports.updates.check();
      return done;
    },
    'updates.download': async () => {
      await ports.updates.download();
      return done;
    },
    'presence.read': (_request, { windowId }) => {
      ports.windowReads(windowId);
      return Promise.resolve(succeed(ports.userPresence()));
    },
    'network.question': (_request, { windowId }) => {
      ports.windowReads(windowId);
      return Promise.resolve(succeed(ports.network.question()));
    },
    'network.answer': async ({ id, answer }) =>
      (await ports.network.answer(id, answer)) ? done : fail('input.invalid'),
    'network.askAgain': () => {
      ports.network.userActed();
      ports.network.tryAgain();
      return Promise.resolve(done);
    },
    'connectionCheck.read': (_request, { windowId }) => {
      ports.windowReads(windowId);
      return Promise.resolve(succeed(ports.connectionCheck.state));
    },
    'connectionCheck.start': ({ address }) => {
      ports.network.userActed();
      return Promise.resolve(ports.connectionCheck.start(address));
    },
    'connectionCheck.stop': () => {
      ports.connectionCheck.stop();
      return Promise.resolve(done);
    },
    'desktop.state': (_request, { windowId }) => {
      ports.windowReads(windowId);
      return Promise.resolve(succeed(ports.desktop.state()));
    },
    'desktop.test': () => {
      ports.desktop.startTest();
      return Promise.resolve(done);
    },
    'desktop.dismissNotice': () => {
      ports.desktop.dismissNotice();
      return Promise.resolve(done);
    },
    'sound.report': ({ isPlayed }) => {
      ports.desktop.soundReported(isPlayed);
      return Promise.resolve(done);
    },
    'budget.read': (_request, { windowId }) => {
      ports.windowReads(windowId);
      return Promise.resolve(succeed(ports.budgetState()));
    },
    'settings.read': (_request, { windowId }) => {
      ports.windowReads(windowId);
      return Promise.resolve(succeed(settings.current()));
    },
    'settings.change': (patch) => Promise.resolve(settings.change(patch)),
    'spelling.check': async ({ words }) => succeed(await ports.spelling.misspelt(words)),
    'links.open': ({ url }) => ports.openLink(url),
    'window.setActiveChat': ({ chatId }, { windowId }) => {
      ports.setActiveChat(windowId, chatId);
      return Promise.resolve(done);
    },
    'window.showAgents': ({ agentIds }, { windowId }) => {
      ports.showAgents(windowId, agentIds);
      return Promise.resolve(done);
    },
    'window.heartbeatAck': (_request, { windowId }) => {
      ports.onHeartbeatAck(windowId);
      return Promise.resolve(done);
    },
    'window.saveView': (view, { windowId }) => {
      workspace.saveViewState(view, ports.roleOf(windowId));
      return Promise.resolve(done);
    },
    'window.restore': (_request, { windowId }) => {
      ports.windowReads(windowId);
      return Promise.resolve(succeed(workspace.stateFor(ports.roleOf(windowId))));
    },
    'drafts.save': (draft, { windowId }) => Promise.resolve(succeed(workspace.saveDraft(draft, windowId))),
    'drafts.sendOut': (request, { windowId }) => Promise.resolve(succeed(workspace.sendOut(request, windowId))),
    'wall.openWindow': () => {
      ports.wall.openWindow();
      return Promise.resolve(done);
    },
    'wall.read': (_request, { windowId }) => Promise.resolve(succeed(ports.wallArrangement.read(windowId))),
    'wall.settle': (proposal, { windowId }) =>
      Promise.resolve(succeed(ports.wallArrangement.settle(windowId, proposal))),
    'wall.leave': (_request, { windowId }) => {
      ports.wallArrangement.leave(windowId);
      return Promise.resolve(done);
    },
    'wall.openChat': ({ chatId }) => {
      ports.wall.openChat(chatId);
      return Promise.resolve(done);
    },
    'watches.saved': () => Promise.resolve(succeed(savedWatches.offerable())),
    'watches.discardSaved': () => {
      savedWatches.discardAll();
      return Promise.resolve(done);
    },
  };
}

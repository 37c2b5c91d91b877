import type {
  AppInfo,
  CommandReply,
  Done,
  DraftSendOut,
  Draft,
  WorkspaceState,
  SavedWatch,
  Result,
  SentOutDraft,
  Settings,
  SignInProfile,
  SignInTarget,
  Snapshot,
  ViewState,
} from '../../preload/contract';
import { done, succeed } from '../base/result';
import type { AttentionEngine } from '../floor/attention/attention-engine';
import type { FloorCommands } from '../floor/commands/floor-commands';
import { defaultAttention } from '../settings/attention-settings';
import type { WallArrangement } from '../settings/wall-arrangement';
import type { Handlers } from './router';

/** Signing in and out, as the counter needs it. */
interface SessionPort {
  profile(): Promise<SignInProfile>;
  signIn(target: SignInTarget): Promise<Result<Done>>;
  signOut(): Promise<Result<Done>>;
  forgetPassword(): Promise<Result<Done>>;
}

export interface HandlerPorts {
  readonly facts: () => AppInfo;
  readonly session: SessionPort;
  readonly floor: FloorCommands;
  /** The picture for one window, which from then on hears the changes after it. */
  readonly snapshotFor: (windowId: number) => Snapshot;
  /** A window reads what the changes of are told beside the floor, and from now on hears them. */
  readonly windowReads: (windowId: number) => void;
  readonly choices: { current(): Settings; change(wish: Partial<Settings>): Result<Settings> };
  /** Opens an address in the user's browser, or refuses it. */
  readonly openLink: (url: string) => Promise<Result<Done>>;
  /** Which chat a window shows now. */
  readonly viewing: (windowId: number, chatId: string | null) => void;
  /** Which agents a window shows now. */
  readonly showAgents: (windowId: number, agentIds: readonly string[] | null) => void;
  /** A window answered its heartbeat. */
  readonly alive: (windowId: number) => void;
  readonly attention: Pick<AttentionEngine, 'acknowledge' | 'unacknowledge' | 'preview'>;
  /** What outlives a window. */
  readonly keptWork: {
    restoreFor(windowId: number): WorkspaceState;
    /** Returns the number of this change, which the other windows are told, and that of the draft. */
    keepDraft(draft: Draft, windowId: number): CommandReply<'drafts.save'>;
    /** The other windows are told both: that the text left its field, and that it is on its way. */
    sendOut(request: DraftSendOut, windowId: number): SentOutDraft;
    saveViewState(view: ViewState, windowId: number): void;
  };
  /** The windows beside the one that asks. */
  readonly wall: { openWindow(): void; openChat(chatId: string): void };
  readonly sharedWall: Pick<WallArrangement, 'read' | 'settle' | 'leave'>;
  /** What outlives the program. */
  readonly keptWatches: { offerable(): readonly SavedWatch[]; discardAll(): void };
}

/** Who answers which command. */
export function createHandlers(ports: HandlerPorts): Handlers {
  const { session, choices, keptWork, keptWatches } = ports;
  return {
    ...ports.floor,
    'app.info': () => Promise.resolve(succeed(ports.facts())),
    'session.profile': async () => succeed(await session.profile()),
    'session.signIn': (target) => session.signIn(target),
    'session.signOut': () => session.signOut(),
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
    'attention.preview': async ({ settings }) => succeed(await ports.attention.preview(settings)),
    'attention.defaults': () => Promise.resolve(succeed(defaultAttention)),
    'settings.read': (_request, { windowId }) => {
      ports.windowReads(windowId);
      return Promise.resolve(succeed(choices.current()));
    },
    'settings.change': (wish) => Promise.resolve(choices.change(wish)),
    'links.open': ({ url }) => ports.openLink(url),
    'window.setActiveChat': ({ chatId }, { windowId }) => {
      ports.viewing(windowId, chatId);
      return Promise.resolve(done);
    },
    'window.showAgents': ({ agentIds }, { windowId }) => {
      ports.showAgents(windowId, agentIds);
      return Promise.resolve(done);
    },
    'window.heartbeatAck': (_request, { windowId }) => {
      ports.alive(windowId);
      return Promise.resolve(done);
    },
    'window.saveView': (view, { windowId }) => {
      keptWork.saveViewState(view, windowId);
      return Promise.resolve(done);
    },
    'window.restore': (_request, { windowId }) => {
      ports.windowReads(windowId);
      return Promise.resolve(succeed(keptWork.restoreFor(windowId)));
    },
    'drafts.save': (draft, { windowId }) => Promise.resolve(succeed(keptWork.keepDraft(draft, windowId))),
    'drafts.sendOut': (request, { windowId }) => Promise.resolve(succeed(keptWork.sendOut(request, windowId))),
    'wall.openWindow': () => {
      ports.wall.openWindow();
      return Promise.resolve(done);
    },
    'wall.read': (_request, { windowId }) => Promise.resolve(succeed(ports.sharedWall.read(windowId))),
    'wall.settle': (proposal, { windowId }) => Promise.resolve(succeed(ports.sharedWall.settle(windowId, proposal))),
    'wall.leave': (_request, { windowId }) => {
      ports.sharedWall.leave(windowId);
      return Promise.resolve(done);
    },
    'wall.openChat': ({ chatId }) => {
      ports.wall.openChat(chatId);
      return Promise.resolve(done);
    },
    'watches.saved': () => Promise.resolve(succeed(keptWatches.offerable())),
    'watches.discardSaved': () => {
      keptWatches.discardAll();
      return Promise.resolve(done);
    },
  };
}

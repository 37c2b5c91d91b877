import type {
  AppError,
  AttentionPreview,
  Bridge,
  Chat,
  ChatCommandRequest,
  CommandKind,
  CommandName,
  CommandReply,
  CommandRequest,
  Done,
  ErrorCode,
  FloorChange,
  JournalPage,
  Mode,
  OperationCommandName,
  PendingCommand,
  PolicyState,
  PushName,
  Pushes,
  Result,
  SavedWatch,
  Settings,
  Snapshot,
  WorkspaceState,
} from '../../../preload/contract';
import { chatOperationNames } from '../../../preload/contract/chat-operations';
import { defaultSettings } from '../../../main/settings/settings-schema';
import { fakeAttention } from './fake-attention';
import { unmanagedAppInfo } from './app-info';
import { FakeConnectionCheck } from './fake-connection-check';
import { FakeDesktop, type FakeDesktopOptions } from './fake-desktop';
import { FakeJournal } from './fake-journal';
import { FakeArchive, fakeOperations } from './fake-operations';
import { FakeStepBack } from './fake-step-back';
import { FakeSpelling } from './fake-spelling';
import { FakeSupport } from './fake-support';
import { fakeWall, oneWindowWall } from './fake-wall';
import { fakeWatching } from './fake-watching';
import { foldChange } from './fold-change';
import { actionsIn, emptySnapshot, participant, seedChat, visibilityOf } from './seed-floor';

type Handlers = { [N in CommandName]: (request: CommandRequest<N>) => Result<CommandReply<N>> };

export interface FakeBridgeOptions {
  readonly snapshot?: Snapshot;
  /** Runs the callback as if the server's notification came after `delayMs`; tests hand in their own. */
  readonly later?: (callback: () => void, delayMs: number) => void;
  readonly now?: () => number;
  readonly afterSignIn?: Snapshot;
  readonly offeredWatches?: readonly SavedWatch[];
  /** What the rules would have raised. */
  readonly preview?: AttentionPreview;
  readonly journal?: JournalPage;
  readonly policy?: PolicyState;
  readonly desktop?: FakeDesktopOptions;
  readonly past?: Partial<Pick<FakeArchive, 'past' | 'transcripts'>>;
}

const accepted: Result<Done> = { ok: true, value: null };

/**
 * A stateful fake of main behind the bridge: it keeps a floor, responds to commands and publishes changes as main would. It stays
 * next to the practice floor because a component's test needs a floor in any state at once, and responses within the same turn.
 */
export class FakeBridge implements Bridge {
  snapshot: Snapshot;
  settings: Settings = defaultSettings;
  facts = unmanagedAppInfo;
  /** What main kept of a window before. */
  keptWork: WorkspaceState = { drafts: [], revision: 0, view: null };
  preview: AttentionPreview;
  readonly journal = new FakeJournal();
  readonly support = new FakeSupport();
  readonly spelling = new FakeSpelling();
  readonly connectionCheck = new FakeConnectionCheck((state) => this.push('connectionCheck.changed', state));
  readonly desktop = new FakeDesktop((state) => this.push('desktop.stateChanged', state));
  offeredWatches: readonly SavedWatch[] = [];
  /** The number of the last change of a draft. */
  draftRevision = 0;
  readonly archive = new FakeArchive();
  readonly wall = oneWindowWall((wall) => this.push('wall.arranged', wall));
  /** Every command asked, in order. */
  readonly asked: { readonly name: CommandName; readonly request: unknown }[] = [];
  /** The next command of that name fails so. */
  readonly failNext = new Map<CommandName, ErrorCode>();
  /** What the next failure names. */
  failValues: AppError['values'] = undefined;
  private readonly listeners = new Map<PushName, Set<(payload: never) => void>>();
  private readonly later: (callback: () => void, delayMs: number) => void;
  private readonly now: () => number;
  private readonly afterSignIn: Snapshot | null;

  constructor(options: FakeBridgeOptions = {}) {
    this.snapshot = options.snapshot ?? emptySnapshot();
    this.later = options.later ?? ((callback, delayMs) => void setTimeout(callback, delayMs));
    this.now = options.now ?? (() => Date.now());
    this.afterSignIn = options.afterSignIn ?? null;
    this.preview = options.preview ?? { from: 0, chatsChecked: 0, chatsFlagged: 0, lines: [] };
    this.offeredWatches = options.offeredWatches ?? [];
    if (options.policy !== undefined) this.facts = { ...this.facts, policy: options.policy };
    if (options.journal !== undefined) this.journal.page = options.journal;
    this.desktop.set(options.desktop);
    Object.assign(this.archive, options.past);
  }

  invoke<N extends CommandName>(name: N, request: CommandRequest<N>): Promise<Result<CommandReply<N>>> {
    this.asked.push({ name, request });
    const failure = this.failNext.get(name);
    if (failure !== undefined && this.failNext.delete(name)) {
      const values = this.failValues === undefined ? {} : { values: this.failValues };
      return Promise.resolve({ ok: false, error: { code: failure, ...values } });
    }
    return Promise.resolve((this.handlers[name] as (request: CommandRequest<N>) => Result<CommandReply<N>>)(request));
  }

  on<N extends PushName>(name: N, listener: (payload: Pushes[N]) => void): () => void {
    const listeners = this.listeners.get(name) ?? new Set();
    this.listeners.set(name, listeners);
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }

  push<N extends PushName>(name: N, payload: Pushes[N]): void {
    for (const listener of this.listeners.get(name) ?? []) listener(payload as never);
  }

  /** Folds changes into the floor and publishes them to the window. */
  tell(...changes: readonly FloorChange[]): void {
    let next = this.snapshot;
    for (const change of changes) next = foldChange(next, change);
    this.snapshot = { ...next, seq: next.seq + 1 };
    this.push('floor.envelope', { epoch: next.epoch, seq: this.snapshot.seq, changes });
  }

  /** A new truth, as after a re-synchronisation. */
  replace(snapshot: Snapshot): void {
    this.snapshot = { ...snapshot, epoch: this.snapshot.epoch + 1, seq: 0 };
    this.push('floor.envelope', { epoch: this.snapshot.epoch, seq: 1, changes: [] });
    this.snapshot = { ...this.snapshot, seq: 1 };
  }

  chat(chatId: string): Chat {
    const chat = this.snapshot.chats.find((one) => one.id === chatId);
    if (chat === undefined) throw new Error(`the floor holds chat ${chatId}`);
    return chat;
  }

  /** Operations that are accepted and change nothing; those that have an effect here take their place. */
  private withoutEffect(): Pick<Handlers, OperationCommandName> {
    const handlers = chatOperationNames.map((kind) => [
      `chats.${kind}`,
      (request: ChatCommandRequest) =>
        this.underWay(kind, request, () => ({ type: 'chatChanged', chat: this.chat(request.chatId) })),
    ]);
    return Object.fromEntries(handlers) as Pick<Handlers, OperationCommandName>;
  }

  private readonly stepBack = new FakeStepBack({
    snapshot: () => this.snapshot,
    later: (run, delayMs) => this.later(run, delayMs),
    tell: (...changes) => this.tell(...changes),
    monitored: (chat) => this.inMode(chat, 'monitor'),
  });

  private readonly handlers: Handlers = {
    ...this.withoutEffect(),
    ...fakeOperations({
      archive: this.archive,
      snapshot: () => this.snapshot,
      chat: (chatId) => this.chat(chatId),
      now: () => this.now(),
      underWay: (kind, request, effect) => this.underWay(kind, request, effect),
    }),
    ...fakeWatching({
      snapshot: () => this.snapshot,
      now: () => this.now(),
      underWay: (kind, request, effect) => this.underWay(kind, request, effect),
    }),
    'app.info': () => ({ ok: true, value: this.facts }),
    'session.signIn': () => {
      const after = this.afterSignIn;
      if (after !== null) this.later(() => this.replace(after), 600);
      this.tell({ type: 'sessionChanged', session: { phase: 'signingIn' } });
      return accepted;
    },
    'session.cancelSignIn': () => accepted,
    'session.signOut': () => (this.replace(emptySnapshot()), accepted),
    'session.forgetPassword': () => accepted,
    'floor.snapshot': () => ({ ok: true, value: this.snapshot }),
    'chats.intrude': (request) =>
      this.underWay('intrude', request, () => {
        const agent = this.snapshot.agents.find((one) => one.id === request.agentId);
        const customer = agent?.chats?.find((one) => one.chatId === request.chatId)?.customerName ?? 'Somebody';
        const seed = {
          id: request.chatId,
          customer,
          agent: agent?.name ?? 'An agent',
          mode: null,
          receivedAt: this.now(),
        };
        return { type: 'chatChanged', chat: seedChat({ ...seed, state: 'invited' }) };
      }),
    'chats.accept': (request) => this.turn('accept', request, 'monitor'),
    'chats.reject': (asked) => this.underWay('reject', asked, () => ({ type: 'chatRemoved', chatId: asked.chatId })),
    'chats.monitor': (request) => this.turn('monitor', request, 'monitor'),
    'chats.coach': (request) => this.turn('coach', request, 'coach'),
    'chats.bargeIn': (request) => this.turn('bargeIn', request, 'bargeIn'),
    'stepBack.begin': ({ scope }) => {
      this.stepBack.begin(scope);
      return accepted;
    },
    'stepBack.retry': () => accepted,
    'stepBack.close': () => {
      this.stepBack.close();
      return accepted;
    },
    'chats.typing': () => accepted,
    'chats.leave': (request) =>
      this.underWay('leave', request, () => ({
        type: 'chatChanged',
        chat: { ...this.chat(request.chatId), state: 'finished', mode: null, allowedActions: [], endedAt: this.now() },
      })),
    'chats.nameNextJoin': () => accepted,
    'chats.dismiss': (request) => {
      this.tell({ type: 'chatRemoved', chatId: request.chatId });
      return accepted;
    },
    ...fakeAttention({
      snapshot: () => this.snapshot,
      now: () => this.now(),
      tell: (...changes) => this.tell(...changes),
      preview: () => this.preview,
    }),
    ...this.journal.handlers,
    ...this.desktop.handlers,
    ...this.spelling.handlers,
    ...this.support.handlers,
    ...this.connectionCheck.handlers,
    'settings.read': () => ({ ok: true, value: this.settings }),
    'settings.change': (request) => {
      this.settings = { ...this.settings, ...request };
      this.push('settings.changed', this.settings);
      return { ok: true, value: this.settings };
    },
    'links.open': () => accepted,
    'window.setActiveChat': () => accepted,
    'window.showAgents': () => accepted,
    'window.heartbeatAck': () => accepted,
    'window.saveView': () => accepted,
    'window.restore': () => ({ ok: true, value: this.keptWork }),
    'drafts.save': ({ text }) => {
      const revision = (this.draftRevision += 1);
      return { ok: true, value: { revision, draft: text === '' ? null : revision } };
    },
    'drafts.sendOut': () => {
      const revision = (this.draftRevision += 1);
      return { ok: true, value: { revision, draft: revision, stands: null } };
    },
    ...fakeWall(this.wall),
    'watches.saved': () => ({ ok: true, value: this.offeredWatches }),
    'watches.discardSaved': () => {
      this.offeredWatches = [];
      return accepted;
    },
  };

  private underWay(
    kind: CommandKind,
    request: { requestId: string; chatId?: string; agentId?: string; about?: string },
    effect: () => FloorChange,
  ): Result<Done> {
    const command: PendingCommand = {
      requestId: request.requestId,
      kind,
      chatId: request.chatId ?? null,
      agentId: request.agentId ?? null,
      ...(request.about === undefined ? {} : { about: request.about }),
      phase: 'accepted',
      since: this.now(),
    };
    this.tell({ type: 'commandPending', command });
    this.later(() => this.tell(effect(), { type: 'commandSettled', command, error: null }), 700);
    return accepted;
  }

  private turn(kind: CommandKind, request: { requestId: string; chatId: string }, mode: Mode): Result<Done> {
    const effect = (): Chat => this.inMode(this.chat(request.chatId), mode);
    return this.underWay(kind, request, () => ({ type: 'chatChanged', chat: effect() }));
  }

  private inMode(chat: Chat, mode: Mode): Chat {
    const others = chat.participants.filter((one) => one.kind !== 'self');
    const participants = [...others, participant('self', 'Sam Supervisor', visibilityOf[mode])];
    return { ...chat, state: 'active', mode, allowedActions: actionsIn(mode), participants };
  }
}

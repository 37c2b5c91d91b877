import type {
  Agent,
  AppError,
  Chat,
  ConnectionState,
  FloorChange,
  Medium,
  OwnChannel,
  PendingCommand,
  SessionState,
  SignedInUser,
  Snapshot,
  StepBackState,
  TranscriptEntry,
  Watch,
} from '../../preload/contract';
import type { Clock, Disposer } from '../base/clock';
import type { Logger } from '../base/log';
import type { AttentionChange } from './attention/attention-results';
import { initialConnection, noSupervisor } from './signed-out-state';
import { ChangeFeed, type ChangeBatch, type FloorSignal } from './change-feed';
import type { AgentUpdate, FloorEvent, ServerSnapshot, CurrentSupervisor } from './events';
import { FloorState } from './floor-state';
import type { FloorSink } from './floor-sink';
import { instantOf, type Instant } from './ledger/record';
import type { OwnChannels } from './own-channels';
import { isSameValue } from './same-value';
import type { WatchTrackerResult } from './watch-tracker';
import { TypingExpiry } from './typing-expiry';
import type { WatchSpec } from './watch-list';

/** The truth at one moment; the publisher adds the number of the last envelope. */
export type FloorSnapshot = Omit<Snapshot, 'seq'>;

/**
 * The one place that knows what is so: session, connection, agents, watches, chats, transcripts, intents under way.
 *
 * 1. Compose says who signs in and out (`signingIn`, `signedIn`, `signingOut`, `signedOut`); the platform room pours
 *    news through `FloorSink`; commands put and settle intents and watches. Nothing else changes the truth.
 * 2. Each fold is finished before anybody is told. Then every listener gets the real changes at once, in order, under
 *    the epoch they belong to. A listener that folds again is served after the present round, never in the middle.
 * 3. The epoch grows whenever the picture was swapped instead of changed: sign-in, sign-out, re-synchronisation. A
 *    follower that sees a new epoch throws its copy away and asks for `snapshot()`; the changes that come with it are
 *    for those who watch for happenings (notifications), not for copies.
 * 4. Sign-in and sign-out empty the floor. Nothing of one supervisor is ever shown to the next.
 * 5. One timer runs while somebody types, so that a typist who went away falls silent.
 */
export class FloorStore implements FloorSink {
  readonly #clock: Clock;
  readonly #audience: ChangeFeed;
  readonly #books = new FloorState();
  #session: SessionState = { phase: 'signedOut' };
  #connection = initialConnection;
  readonly #sweep: TypingExpiry;

  constructor(clock: Clock, log: Logger) {
    this.#clock = clock;
    this.#audience = new ChangeFeed(log);
    this.#sweep = new TypingExpiry(clock, this.#books.ledger, (changes) => this.#tell(changes));
  }

  get connection(): ConnectionState {
    return this.#connection;
  }

  get session(): SessionState {
    return this.#session;
  }

  get agents(): readonly Agent[] {
    return this.#books.agents.all;
  }

  get watches(): readonly Watch[] {
    return this.#books.watches.all;
  }

  get ownChannels(): readonly OwnChannel[] {
    return this.#books.ownChannels.all;
  }

  mediumOf(chatId: string): Medium {
    return this.#books.mediumOf(chatId);
  }

  /** The chat as the windows know it; `null` when there is none. */
  chat(chatId: string): Chat | null {
    return this.#books.ledger.chat(chatId);
  }

  entries(chatId: string): readonly TranscriptEntry[] {
    return this.#books.ledger.entries(chatId);
  }

  watchOf(agentId: string): Watch | null {
    return this.#books.watches.get(agentId);
  }

  /** How many times the supervisor came into a chat so far. */
  get joins(): number {
    return this.#books.ledger.joins;
  }

  snapshot(): FloorSnapshot {
    return {
      epoch: this.#audience.epoch,
      session: this.#session,
      connection: this.#connection,
      ...this.#books.toSnapshot(),
    };
  }

  subscribe(listener: (news: ChangeBatch) => void): Disposer {
    return this.#audience.subscribe(listener);
  }

  onSignal(listener: (signal: FloorSignal) => void): Disposer {
    return this.#audience.onSignal(listener);
  }

  signingIn(): void {
    this.#changeSession({ phase: 'signingIn' });
  }

  /** From here on the floor belongs to this supervisor. Call it before the platform room pours anything. */
  signedIn(who: SignedInUser, self: CurrentSupervisor): void {
    this.#empty();
    this.#books.viewpoint.self = self;
    this.#changeSession({ phase: 'signedIn', who });
  }

  signingOut(): void {
    this.#changeSession({ phase: 'signingOut' });
  }

  /** Also the answer to a sign-in that failed. */
  signedOut(): void {
    if (this.#session.phase === 'signedOut') return;
    const reason = this.#session.phase === 'signingIn' ? 'neverSignedIn' : 'signedOutByUser';
    this.#leave({ code: 'session.signedOut' }, reason);
  }

  applyEvents(events: readonly FloorEvent[]): void {
    this.#tellWatches(this.#books.standing.applyChatChanges(this.#books.ledger.apply(events, this.#moment())));
    if (this.#books.ledger.takeResyncRequest()) this.#audience.signal({ type: 'resyncNeeded' });
    for (const event of events) {
      if (event.type === 'ownChannelsUpdated') this.#changeOwnChannels((own) => own.change(event.channels));
      if (event.type === 'operationFailed') this.#audience.signal(event);
    }
  }

  markEventsLost(): void {
    this.#books.ledger.markEventsLost();
  }

  applyResync(reading: ServerSnapshot, mayHaveMissedNews: boolean): void {
    this.#audience.startEpoch();
    const changes = this.#books.ledger.applySnapshot(reading, mayHaveMissedNews, this.#moment());
    const news = this.#books.standing.applyChatChanges(changes);
    this.#audience.publish(news.changes);
    this.#tellWatches({ ...news, changes: [] });
    this.#changeOwnChannels((own) => own.takeReading(reading));
    this.#sweep.arm();
    this.#audience.signal({ type: 'applyResync' });
  }

  applyDirectory(agents: readonly AgentUpdate[]): void {
    if (this.#books.agents.replaceAll(agents)) this.#tell([{ type: 'agentsChanged', agents }]);
  }

  connectionChanged(connection: ConnectionState): void {
    if (isSameValue(connection, this.#connection)) return;
    this.#connection = connection;
    this.#tell([{ type: 'connectionChanged', connection }]);
  }

  serverChanged(self: CurrentSupervisor): void {
    this.#books.viewpoint.self = self;
    this.#changeWatches(() => this.#books.watches.markAllRenewing());
    this.#tell(this.#books.ledger.recompute(this.#moment()));
  }

  sessionRenewed(): void {
    this.#changeWatches(() => this.#books.watches.markAllRenewing());
    this.#audience.signal({ type: 'sessionRenewed' });
  }

  sessionEnded(reason: 'signInExpired' | 'credentialsRefused'): void {
    this.#leave({ code: reason === 'signInExpired' ? 'session.expired' : 'session.credentials' }, reason);
  }

  /** Keeps an accepted watch; a one-chat watch whose chat came since `madeAfterJoin` is over already. */
  putWatch(wish: WatchSpec, media: readonly Medium[], madeAfterJoin: number): void {
    this.#tellWatches(this.#books.standing.put(wish, { media, afterJoin: madeAfterJoin }, this.#moment()));
  }

  removeWatch(agentId: string): void {
    this.#changeWatches(() => this.#books.watches.remove(agentId));
  }

  markWatch(agentId: string, change: Partial<Pick<Watch, 'state' | 'media'>>): void {
    this.#changeWatches(() => this.#books.watches.change(agentId, change));
  }

  expectInvitation(chatId: string, agentId: string): void {
    this.#books.ledger.expectInvitation(chatId, this.#books.expectedChat(chatId, agentId), this.#moment());
  }

  /** Under which name the supervisor joins this chat; empty: the one of the sign-in. */
  chosenName(chatId: string): string {
    return this.#books.chosenNames.get(chatId) ?? '';
  }

  chooseName(chatId: string, displayName: string): void {
    this.#books.chosenNames.set(chatId, displayName);
  }

  dismiss(chatId: string): boolean {
    const changes = this.#books.ledger.dismiss(chatId);
    this.#tell(changes);
    return changes.length > 0;
  }

  putIntent(intent: PendingCommand): void {
    this.#books.pending.set(intent.requestId, intent);
    this.#tell([{ type: 'commandPending', intent }]);
  }

  settleIntent(intent: PendingCommand, error: AppError | null): void {
    if (!this.#books.pending.delete(intent.requestId)) return;
    this.#tell([{ type: 'commandSettled', intent, error }]);
  }

  putStepBack(stepBack: StepBackState | null): void {
    if (isSameValue(stepBack, this.#books.stepBack)) return;
    this.#books.stepBack = stepBack;
    this.#tell([{ type: 'stepBackChanged', stepBack }]);
  }

  putAttention(changes: readonly AttentionChange[]): void {
    this.#books.attention.put(changes);
    this.#tell(changes.map((change) => ({ type: 'attentionChanged', ...change })));
  }

  #changeSession(session: SessionState): void {
    this.#session = session;
    this.#tell([{ type: 'sessionChanged', session }]);
  }

  #leave(error: AppError, reason: ConnectionState['reason']): void {
    this.#audience.signal({ type: 'sessionClosed', error });
    this.#empty();
    this.#books.viewpoint.self = noSupervisor;
    this.#connection = { ...initialConnection, reason };
    this.#tell([{ type: 'connectionChanged', connection: this.#connection }]);
    this.#changeSession({ phase: 'signedOut' });
  }

  #empty(): void {
    this.#audience.startEpoch();
    this.#books.clear();
    this.#sweep.stop();
  }

  #changeWatches(change: () => void): void {
    this.#tell(this.#books.standing.change(this.#moment(), change));
  }

  #tellWatches({ changes, partlyConsumed, consumed }: WatchTrackerResult): void {
    this.#tell(changes);
    for (const watch of consumed) this.#audience.signal({ type: 'watchConsumed', ...watch });
    for (const agentId of partlyConsumed) this.#audience.signal({ type: 'watchPartlyConsumed', agentId });
  }

  #changeOwnChannels(change: (own: OwnChannels) => void): void {
    const before = this.#books.ownChannels.all;
    change(this.#books.ownChannels);
    const ownChannels = this.#books.ownChannels.all;
    if (!isSameValue(before, ownChannels)) this.#tell([{ type: 'ownChannelsChanged', ownChannels }]);
  }

  #moment(): Instant {
    return instantOf(this.#clock, this.connection.serverClockOffsetMs);
  }

  #tell(changes: readonly FloorChange[]): void {
    this.#sweep.arm();
    if (changes.length > 0) this.#audience.publish(changes);
  }
}

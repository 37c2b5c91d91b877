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

/** State of the floor at one moment; the publisher adds the number of the last envelope. */
export type FloorSnapshot = Omit<Snapshot, 'seq'>;

/**
 * Holds the current state of the floor: session, connection, agents, watches, chats, transcripts, pending commands,
 * attention.
 *
 * 1. It is written by session control (sign-in, sign-out), by the platform through `FloorSink`, by commands and by the
 *    attention engine.
 * 2. An update is applied completely before any listener runs. Listeners get the actual changes synchronously, in
 *    order, with their epoch. An update made inside a listener is delivered after the current notification.
 * 3. The epoch increases when the state is replaced: sign-in, sign-out, the first resync after a sign-in, and a resync
 *    after events may have been lost. A subscriber with a copy drops it and calls `snapshot()`. The changes of that batch
 *    are for subscribers that react to events, such as notifications. Any other resync publishes only what it changed.
 * 4. Sign-in and sign-out clear everything, so no supervisor sees another's data.
 * 5. While a participant is typing, one timer expires the indicator if no further typing event arrives.
 */
export class FloorStore implements FloorSink {
  readonly #clock: Clock;
  readonly #audience: ChangeFeed;
  readonly #books = new FloorState();
  #session: SessionState = { phase: 'signedOut' };
  #connection = initialConnection;
  /** Whether the server's state was read since the sign-in. */
  #isResynced = false;
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

  /** Returns the chat as windows show it; `null` if there is none. */
  chat(chatId: string): Chat | null {
    return this.#books.ledger.chat(chatId);
  }

  entries(chatId: string): readonly TranscriptEntry[] {
    return this.#books.ledger.entries(chatId);
  }

  watchOf(agentId: string): Watch | null {
    return this.#books.watches.get(agentId);
  }

  /** Number of joins so far. */
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

  /** Starts the session of this supervisor. Must precede any update of the platform. */
  signedIn(who: SignedInUser, self: CurrentSupervisor): void {
    this.#empty();
    this.#books.viewpoint.self = self;
    this.#changeSession({ phase: 'signedIn', who });
  }

  signingOut(): void {
    this.#changeSession({ phase: 'signingOut' });
  }

  /** Ends the session; also called after a failed sign-in. */
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

  applyResync(update: ServerSnapshot, mayHaveMissedEvents: boolean): void {
    const startsEpoch = mayHaveMissedEvents || !this.#isResynced;
    this.#isResynced = true;
    if (startsEpoch) this.#audience.startEpoch();
    const changes = this.#books.ledger.applySnapshot(update, mayHaveMissedEvents, this.#moment());
    const result = this.#books.standing.applyChatChanges(changes);
    if (startsEpoch || result.changes.length > 0) this.#audience.publish(result.changes);
    this.#tellWatches({ ...result, changes: [] });
    this.#changeOwnChannels((own) => own.takeReading(update));
    this.#sweep.arm();
    this.#audience.signal({ type: 'resynced' });
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

  /** Stores an accepted watch; a `nextChat` watch whose chat was joined after `madeAfterJoin` is consumed at once. */
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

  /** Returns the display name for joining this chat; empty means the one of the sign-in. */
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
    this.#isResynced = false;
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

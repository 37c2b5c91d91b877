import { dequal } from 'dequal/lite';
import type {
  Agent,
  AppError,
  Chat,
  ConnectionState,
  CustomerField,
  FloorChange,
  Medium,
  OwnChannel,
  PendingCommand,
  SessionState,
  SignedInUser,
  StepBackState,
  TranscriptEntry,
  Watch,
} from '../../preload/contract';
import type { Clock, Disposer } from '../base/clock';
import type { Logger } from '../base/log';
import type { AttentionChange } from './attention/attention-results';
import { initialConnection, noSupervisor } from './signed-out-state';
import type { ChatAddress } from './contact-centre';
import { ChangeFeed, type ChangeBatch, type FloorSignal } from './change-feed';
import type { FloorEvent, ServerSnapshot, CurrentSupervisor } from './events';
import { FloorState, type FloorSnapshot } from './floor-state';
import type { FloorSink } from './floor-sink';
import { instantOf, type Instant } from './ledger/record';
import type { WatchTrackerResult } from './watch-tracker';
import { TypingExpiry } from './typing-expiry';
import type { WatchSpec } from './watch-list';

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
  readonly #feed: ChangeFeed;
  readonly #state: FloorState;
  #session: SessionState = { phase: 'signedOut' };
  #connection = initialConnection;
  /** Whether the server's state was read since the sign-in. */
  #isResynced = false;
  readonly #sweep: TypingExpiry;

  /** `masksNumbers`: whether windows get card and account numbers masked; what the server sent is kept. */
  constructor(clock: Clock, log: Logger, masksNumbers: () => boolean = () => false) {
    this.#clock = clock;
    this.#state = new FloorState(masksNumbers);
    this.#feed = new ChangeFeed(log);
    this.#sweep = new TypingExpiry(clock, this.#state.ledger, (changes) => this.#publish(changes));
  }

  get connection(): ConnectionState {
    return this.#connection;
  }

  get session(): SessionState {
    return this.#session;
  }

  get agents(): readonly Agent[] {
    return this.#state.agents.all;
  }

  get watches(): readonly Watch[] {
    return this.#state.watches.all;
  }

  get ownChannels(): readonly OwnChannel[] {
    return this.#state.ownChannels.all;
  }

  /** Returns how the platform addresses this chat, which may be known from the list of agents only. */
  addressOf(chatId: string): ChatAddress {
    return { id: chatId, medium: this.#state.mediumOf(chatId) };
  }

  /** Returns the chat as windows show it; `null` if there is none. */
  chat(chatId: string): Chat | null {
    return this.#state.ledger.chat(chatId);
  }

  /** Returns the attached data as the server sent it, for requests to the server only. */
  customerData(chatId: string): readonly CustomerField[] {
    return this.#state.ledger.customerData(chatId);
  }

  entries(chatId: string): readonly TranscriptEntry[] {
    return this.#state.ledger.entries(chatId);
  }

  watchOf(agentId: string): Watch | null {
    return this.#state.watches.get(agentId);
  }

  /** Number of joins so far. */
  get joins(): number {
    return this.#state.ledger.joins;
  }

  snapshot(): FloorSnapshot {
    return {
      epoch: this.#feed.epoch,
      session: this.#session,
      connection: this.#connection,
      ...this.#state.toSnapshot(),
    };
  }

  subscribe(listener: (batch: ChangeBatch) => void): Disposer {
    return this.#feed.subscribe(listener);
  }

  onSignal(listener: (signal: FloorSignal) => void): Disposer {
    return this.#feed.onSignal(listener);
  }

  signingIn(): void {
    this.#changeSession({ phase: 'signingIn' });
  }

  /** Starts the session of this supervisor. Must precede any update of the platform. */
  signedIn(who: SignedInUser, self: CurrentSupervisor): void {
    this.#empty();
    this.#state.viewpoint.self = self;
    this.#changeSession({ phase: 'signedIn', who });
  }

  signingOut(): void {
    this.#changeSession({ phase: 'signingOut' });
  }

  /** Ends the session; also called after a failed sign-in. */
  signedOut(reason: 'signedOutByUser' | 'signOutNotConfirmed' = 'signedOutByUser'): void {
    if (this.#session.phase === 'signedOut') return;
    this.#leave({ code: 'session.signedOut' }, this.#session.phase === 'signingIn' ? 'neverSignedIn' : reason);
  }

  applyEvents(events: readonly FloorEvent[]): void {
    this.#publishWatches(this.#state.watchTracker.applyChatChanges(this.#state.ledger.apply(events, this.#moment())));
    if (this.#state.ledger.takeResyncRequest()) this.#feed.signal({ type: 'resyncNeeded' });
    for (const event of events) {
      if (event.type === 'ownChannelsUpdated') this.#publish(this.#state.ownChannels.change(event.channels));
      if (event.type === 'operationFailed') this.#feed.signal(event);
    }
  }

  markEventsLost(): void {
    this.#state.ledger.markEventsLost();
  }

  applyResync(update: ServerSnapshot, mayHaveMissedEvents: boolean): void {
    const startsEpoch = mayHaveMissedEvents || !this.#isResynced;
    this.#isResynced = true;
    if (startsEpoch) this.#feed.startEpoch();
    const changes = this.#state.ledger.applySnapshot(update, mayHaveMissedEvents, this.#moment());
    const result = this.#state.watchTracker.applyChatChanges(changes);
    if (startsEpoch || result.changes.length > 0) this.#feed.publish(result.changes);
    this.#publishWatches({ ...result, changes: [] });
    this.#publish(this.#state.ownChannels.applyRead(update));
    this.#sweep.arm();
    this.#feed.signal({ type: 'resynced' });
  }

  applyDirectory(agents: readonly Agent[]): void {
    if (this.#state.agents.replaceAll(agents)) this.#publish([{ type: 'agentsChanged', agents }]);
  }

  connectionChanged(connection: ConnectionState): void {
    if (dequal(connection, this.#connection)) return;
    this.#connection = connection;
    this.#publish([{ type: 'connectionChanged', connection }]);
  }

  serverChanged(self: CurrentSupervisor): void {
    this.#state.viewpoint.self = self;
    this.#changeWatches(() => this.#state.watches.markAllRenewing());
    this.#publish(this.#state.ledger.recompute(this.#moment()));
  }

  /** Applies masking, where it was turned on or off, to what windows already have. */
  applyMasking(): void {
    if (this.#state.takeMaskingChange()) this.#publish(this.#state.ledger.recompute(this.#moment()));
  }

  sessionRenewed(): void {
    this.#changeWatches(() => this.#state.watches.markAllRenewing());
    this.#feed.signal({ type: 'sessionRenewed' });
  }

  sessionEnded(reason: 'signInExpired' | 'credentialsRefused'): void {
    this.#leave({ code: reason === 'signInExpired' ? 'session.expired' : 'session.credentials' }, reason);
  }

  /** Stores an accepted watch; a `nextChat` watch whose chat was joined after `madeAfterJoin` is consumed at once. */
  putWatch(spec: WatchSpec, media: readonly Medium[], madeAfterJoin: number): void {
    this.#publishWatches(this.#state.watchTracker.put(spec, { media, afterJoin: madeAfterJoin }, this.#moment()));
  }

  removeWatch(agentId: string): void {
    this.#changeWatches(() => this.#state.watches.remove(agentId));
  }

  markWatch(agentId: string, change: Partial<Pick<Watch, 'state' | 'media'>>): void {
    this.#changeWatches(() => this.#state.watches.change(agentId, change));
  }

  expectInvitation(chatId: string, agentId: string): void {
    this.#state.ledger.expectInvitation(chatId, this.#state.expectedChat(chatId, agentId), this.#moment());
  }

  /** Returns the display name for joining this chat; empty means the one of the sign-in. */
  chosenName(chatId: string): string {
    return this.#state.chosenNames.get(chatId) ?? '';
  }

  chooseName(chatId: string, displayName: string): void {
    this.#state.chosenNames.set(chatId, displayName);
  }

  dismiss(chatId: string): boolean {
    const changes = this.#state.ledger.dismiss(chatId);
    this.#publish(changes);
    return changes.length > 0;
  }

  putPending(command: PendingCommand): void {
    this.#state.pending.set(command.requestId, command);
    this.#publish([{ type: 'commandPending', command }]);
  }

  settlePending(command: PendingCommand, error: AppError | null): void {
    if (!this.#state.pending.delete(command.requestId)) return;
    this.#publish([{ type: 'commandSettled', command, error }]);
  }

  putStepBack(stepBack: StepBackState | null): void {
    if (dequal(stepBack, this.#state.stepBack)) return;
    this.#state.stepBack = stepBack;
    this.#publish([{ type: 'stepBackChanged', stepBack }]);
  }

  putAttention(changes: readonly AttentionChange[]): void {
    this.#state.attention.put(changes);
    this.#publish(changes.map((change) => ({ type: 'attentionChanged', ...change })));
  }

  #changeSession(session: SessionState): void {
    this.#session = session;
    this.#publish([{ type: 'sessionChanged', session }]);
  }

  #leave(error: AppError, reason: ConnectionState['reason']): void {
    this.#feed.signal({ type: 'sessionClosed', error });
    this.#empty();
    this.#state.viewpoint.self = noSupervisor;
    // Before anything is published: the snapshot of the new epoch must not show a session that is signed in.
    [this.#connection, this.#session] = [{ ...initialConnection, reason }, { phase: 'signedOut' }];
    this.#publish([{ type: 'connectionChanged', connection: this.#connection }]);
    this.#changeSession(this.#session);
  }

  #empty(): void {
    this.#feed.startEpoch();
    this.#isResynced = false;
    this.#state.clear();
    this.#sweep.stop();
  }

  #changeWatches(change: () => void): void {
    this.#publish(this.#state.watchTracker.change(this.#moment(), change));
  }

  #publishWatches({ changes, partlyConsumed, consumed }: WatchTrackerResult): void {
    this.#publish(changes);
    for (const watch of consumed) this.#feed.signal({ type: 'watchConsumed', ...watch });
    for (const agentId of partlyConsumed) this.#feed.signal({ type: 'watchPartlyConsumed', agentId });
  }

  #moment(): Instant {
    return instantOf(this.#clock, this.connection.serverClockOffsetMs);
  }

  #publish(changes: readonly FloorChange[]): void {
    this.#sweep.arm();
    if (changes.length > 0) this.#feed.publish(changes);
  }
}

import type {
  Agent,
  AppError,
  Chat,
  ConnectionState,
  FloorChange,
  PendingIntent,
  SessionState,
  SignedIn,
  Snapshot,
  TranscriptEntry,
  Watch,
} from '../../preload/contract';
import type { Clock, Undo } from '../base/clock';
import type { Logger } from '../base/log';
import { Audience, type FloorNews, type FloorSignal } from './audience';
import type { AgentReading, FloorEvent, FloorReading, Self } from './events';
import type { FloorSink } from './floor-sink';
import { Ledger } from './ledger/ledger';
import type { Moment } from './ledger/record';
import { isSameValue } from './same-value';
import { WatchList, type WatchWish } from './watch-list';

/** The truth at one moment; the publisher adds the number of the last envelope. */
export type FloorPicture = Omit<Snapshot, 'seq'>;

const nobody: Self = { userId: '', userName: '', nickname: '' };
const neverConnected: ConnectionState = {
  phase: 'signedOut',
  reason: 'neverSignedIn',
  lastGoodAt: null,
  nextAttemptAt: null,
};

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
export class Truth implements FloorSink {
  readonly #clock: Clock;
  readonly #audience: Audience;
  readonly #watches = new WatchList();
  readonly #viewpoint = { self: nobody, isWatched: (userId: string): boolean => this.#watches.has(userId) };
  readonly #ledger = new Ledger(this.#viewpoint);
  #session: SessionState = { phase: 'signedOut' };
  #connection = neverConnected;
  #agents: readonly Agent[] = [];
  #pending = new Map<string, PendingIntent>();
  #epoch = 1;
  #undoSweep: Undo | null = null;

  constructor(clock: Clock, log: Logger) {
    this.#clock = clock;
    this.#audience = new Audience(log);
  }

  get connection(): ConnectionState {
    return this.#connection;
  }

  get session(): SessionState {
    return this.#session;
  }

  get watches(): readonly Watch[] {
    return this.#watches.all;
  }

  /** The chat as the windows know it; `null` when there is none. */
  chat(chatId: string): Chat | null {
    return this.#ledger.chat(chatId);
  }

  entries(chatId: string): readonly TranscriptEntry[] {
    return this.#ledger.entries(chatId);
  }

  watchOf(agentId: string): Watch | null {
    return this.#watches.get(agentId);
  }

  /** How many times the supervisor came into a chat so far. */
  get joins(): number {
    return this.#ledger.joins;
  }

  snapshot(): FloorPicture {
    return {
      epoch: this.#epoch,
      session: this.#session,
      connection: this.#connection,
      agents: this.#agents,
      watches: this.#watches.all,
      chats: this.#ledger.chats(),
      transcripts: this.#ledger.transcripts(),
      pending: [...this.#pending.values()],
    };
  }

  subscribe(listener: (news: FloorNews) => void): Undo {
    return this.#audience.subscribe(listener);
  }

  onSignal(listener: (signal: FloorSignal) => void): Undo {
    return this.#audience.onSignal(listener);
  }

  signingIn(): void {
    this.#changeSession({ phase: 'signingIn' });
  }

  /** From here on the floor belongs to this supervisor. Call it before the platform room pours anything. */
  signedIn(who: SignedIn, self: Self): void {
    this.#empty();
    this.#viewpoint.self = self;
    this.#changeSession({ phase: 'signedIn', who });
  }

  signingOut(): void {
    this.#changeSession({ phase: 'signingOut' });
  }

  /** Also the answer to a sign-in that failed. */
  signedOut(): void {
    if (this.#session.phase === 'signedOut') return;
    this.#leave(
      { code: 'session.signedOut' },
      this.#session.phase === 'signingIn' ? 'neverSignedIn' : 'signedOutByUser',
    );
  }

  eventsHappened(events: readonly FloorEvent[]): void {
    this.#tell(this.#withUsedUpWatches(this.#ledger.apply(events, this.#moment())));
    if (this.#ledger.takeWishForReading()) this.#audience.signal({ type: 'newsDoubted' });
    for (const event of events) {
      if (event.type === 'operationFailed')
        this.#audience.signal({ type: 'operationFailed', serverSays: event.serverSays });
    }
  }

  newsMayBeMissing(): void {
    this.#ledger.doubt();
  }

  resynchronised(reading: FloorReading, mayHaveMissedNews: boolean): void {
    this.#epoch += 1;
    const changes = this.#ledger.replace(reading, mayHaveMissedNews, this.#moment());
    this.#announce(this.#withUsedUpWatches(changes));
    this.#scheduleSweep();
    this.#audience.signal({ type: 'resynchronised' });
  }

  agentsRead(agents: readonly AgentReading[]): void {
    if (isSameValue(agents, this.#agents)) return;
    this.#agents = agents;
    this.#tell([{ type: 'agentsChanged', agents }]);
  }

  connectionChanged(connection: ConnectionState): void {
    if (isSameValue(connection, this.#connection)) return;
    this.#connection = connection;
    this.#tell([{ type: 'connectionChanged', connection }]);
  }

  serverChanged(self: Self): void {
    this.#viewpoint.self = self;
    this.#changeWatches(() => this.#watches.loseAll());
    this.#tell(this.#ledger.reconsider(this.#moment()));
  }

  sessionRenewed(): void {
    this.#changeWatches(() => this.#watches.loseAll());
    this.#audience.signal({ type: 'sessionRenewed' });
  }

  sessionEnded(reason: 'signInExpired' | 'credentialsRefused'): void {
    this.#leave({ code: reason === 'signInExpired' ? 'session.expired' : 'session.credentials' }, reason);
  }

  /** Keeps an accepted watch; a one-chat watch whose chat came since `madeAfterJoin` is over already. */
  putWatch(wish: WatchWish, madeAfterJoin: number): void {
    this.#changeWatches(() => {
      this.#watches.put(wish, this.#clock.now(), madeAfterJoin);
      for (const chat of this.#ledger.chats()) this.#watches.useUp(chat, this.#ledger.joinOf(chat.id));
    });
  }

  removeWatch(agentId: string): void {
    this.#changeWatches(() => {
      this.#watches.remove(agentId);
    });
  }

  markWatch(agentId: string, state: Watch['state']): void {
    this.#changeWatches(() => {
      this.#watches.setState(agentId, state);
    });
  }

  expectInvitation(chatId: string, agentId: string): void {
    const agent = this.#agents.find((one) => one.id === agentId);
    const customerName = agent?.chats?.find((one) => one.chatId === chatId)?.customerName ?? null;
    this.#ledger.expectInvitation(chatId, { agentId, agentName: agent?.name ?? null, customerName }, this.#moment());
  }

  dismiss(chatId: string): boolean {
    const changes = this.#ledger.dismiss(chatId);
    this.#tell(changes);
    return changes.length > 0;
  }

  putIntent(intent: PendingIntent): void {
    this.#pending.set(intent.requestId, intent);
    this.#tell([{ type: 'intentChanged', intent }]);
  }

  settleIntent(intent: PendingIntent, error: AppError | null): void {
    if (!this.#pending.delete(intent.requestId)) return;
    this.#tell([{ type: 'intentSettled', intent, error }]);
  }

  #changeSession(session: SessionState): void {
    this.#session = session;
    this.#tell([{ type: 'sessionChanged', session }]);
  }

  #leave(error: AppError, reason: ConnectionState['reason']): void {
    this.#audience.signal({ type: 'sessionOver', error });
    this.#empty();
    this.#viewpoint.self = nobody;
    this.#connection = { ...neverConnected, reason };
    this.#tell([{ type: 'connectionChanged', connection: this.#connection }]);
    this.#changeSession({ phase: 'signedOut' });
  }

  #empty(): void {
    this.#epoch += 1;
    this.#ledger.clear();
    this.#watches.clear();
    this.#pending.clear();
    this.#agents = [];
    this.#undoSweep?.();
    this.#undoSweep = null;
  }

  #changeWatches(change: () => void): void {
    const before = this.#watches.all;
    change();
    if (isSameValue(before, this.#watches.all)) return;
    const reconsidered = this.#ledger.reconsider(this.#moment());
    this.#tell([{ type: 'watchesChanged', watches: this.#watches.all }, ...reconsidered]);
  }

  #withUsedUpWatches(changes: readonly FloorChange[]): readonly FloorChange[] {
    let isAnyUsedUp = false;
    for (const change of changes) {
      if (change.type !== 'chatChanged') continue;
      if (this.#watches.useUp(change.chat, this.#ledger.joinOf(change.chat.id))) isAnyUsedUp = true;
    }
    return isAnyUsedUp ? [...changes, { type: 'watchesChanged', watches: this.#watches.all }] : changes;
  }

  #moment(): Moment {
    return { now: this.#clock.now(), monotonicMs: this.#clock.monotonicMs() };
  }

  #tell(changes: readonly FloorChange[]): void {
    this.#scheduleSweep();
    if (changes.length > 0) this.#announce(changes);
  }

  #announce(changes: readonly FloorChange[]): void {
    this.#audience.announce({ epoch: this.#epoch, changes });
  }

  #scheduleSweep(): void {
    this.#undoSweep?.();
    this.#undoSweep = null;
    const moment = this.#moment();
    const expiry = this.#ledger.nextTypingExpiry(moment);
    if (expiry === null) return;
    this.#undoSweep = this.#clock.after(expiry - moment.monotonicMs, () => {
      this.#undoSweep = null;
      this.#tell(this.#ledger.reconsider(this.#moment()));
    });
  }
}

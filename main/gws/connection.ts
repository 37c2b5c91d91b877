import type { Done, Result } from '../../preload/contract';
import type { Undo } from '../base/clock';
import { fireAndReport } from '../base/fire-and-report';
import type { Logger } from '../base/log';
import { fail } from '../base/result';
import type { Self } from '../floor/events';
import { endContactCentreSession } from './api/contact-centre-session';
import { reasonOfReading, witnessed } from './failover/witness';
import type { ConnectionOptions, SignedInFacts } from './genesys-options';
import { letIn } from './let-in';
import { channels, furtherChannels, MediaOffer } from './media';
import { keepOwnStanding } from './own-standing';
import { Directory } from './reading/directory';
import { FloorFeed } from './reading/floor-feed';
import { FloorReader } from './reading/floor-reader';
import { PacedStream } from './requests/paced-stream';
import { RequestBudget } from './requests/request-budget';
import { LateAnswers } from './reading/late-answers';
import type { Credentials } from './session/credentials';
import type { EndReason } from './session/renewal';
import type { Call } from './session/sender';
import { ServerClock } from './session/server-clock';
import { Session } from './session/session';
import { watchForClockJump } from './stream/clock-jump';
import { ConnectionBoard } from './stream/connection-board';
import { Sources } from './stream/sources';
import { StreamSupervisor } from './stream/stream-supervisor';
import { createQuarantine, type Quarantine } from './wire/quarantine';

/** As long as the promise of `live` allows: with the grace of the transport, a dead line is noticed within thirteen seconds. */
const pollHoldMs = 10_000;
const farewellTimeoutMs = 5_000;
const nothingToSay = (): Promise<void> => Promise.resolve();

/**
 * One signed-in life at one address: session, stream, readings, directory, from sign-in to sign-out.
 *
 * Entering: is it our server (before any credential is sent), is it you, may you supervise. Following: the stream, which goes on by
 * itself. A session lost on the way is renewed once by itself; the stream is opened again inside it, and once that is live the
 * floor is told to make its watches again. Sign-out: stream, then contact-centre session, then cookies, token and password.
 */
export class Connection {
  readonly #options: ConnectionOptions;
  readonly #log: Logger;
  readonly #quarantine: Quarantine;
  readonly #budget: RequestBudget;
  readonly #session: Session;
  readonly #media = new MediaOffer();
  readonly #serverClock: ServerClock;
  readonly #board: ConnectionBoard;
  readonly #feed: FloorFeed;
  readonly #stream: StreamSupervisor;
  readonly #sources: Sources;
  readonly #answers: LateAnswers;
  #directory: Directory | null = null;
  #agentsOnScreen: readonly string[] | null = null;
  #self: Self | null = null;
  #isOver = false;
  /** The session in which the watches that stand were made. */
  #liveNumber = 0;
  #stopWatchingClock: Undo = () => undefined;

  constructor(options: ConnectionOptions) {
    const { baseUrl, http, clock, random, log, sink, witness } = options;
    this.#options = options;
    this.#log = log('gws');
    this.#quarantine = createQuarantine(log('wire'));
    this.#board = new ConnectionBoard(clock, (connection) => sink.connectionChanged(connection));
    this.#serverClock = new ServerClock(clock, (aheadMs) => {
      this.#board.serverAhead(aheadMs);
    });
    this.#budget = new RequestBudget(clock, random);
    this.#session = new Session({
      baseUrl,
      http,
      clock,
      budget: this.#budget,
      log: log('session'),
      open: (caller) => keepOwnStanding(caller, this.#media, options.ownStanding),
      onDate: (date, sentAt) => {
        this.#serverClock.heard(date, sentAt);
      },
      onOutcome: (how) => {
        const isBack = this.#sources.requestEnded(how);
        if (how === 'answered') this.#stream.serverAnswered();
        if (isBack && this.#isOfUse) witness.good();
      },
      onCredentialsUsed: () => witness.credentialsUsed(),
      onRenewed: () => this.#stream.restart(),
      onEnded: (reason) => this.#sessionEnded(reason),
    });
    this.#sources = new Sources({
      clock,
      random,
      log: this.#log,
      board: this.#board,
      probe: () => this.#session.ping(),
      isLineUp: () => this.#feed.isLive,
      onRefused: () => witness.failed('requestsRefused'),
    });
    const reader = new FloorReader({
      caller: (call) => this.call(call),
      clock: this.#serverClock,
      quarantine: this.#quarantine,
      media: this.#media,
    });
    this.#feed = new FloorFeed({
      clock: this.#serverClock,
      random,
      sink: {
        eventsHappened: (events) => {
          this.#directory?.heard(events);
          sink.eventsHappened(events);
        },
        newsMayBeMissing: () => sink.newsMayBeMissing(),
        resynchronised: (reading, mayHaveMissedNews) => sink.resynchronised(reading, mayHaveMissedNews),
      },
      log: log('reading'),
      board: this.#board,
      quarantine: this.#quarantine,
      reader,
      onLive: () => this.#live(),
      onReadingFailed: (error) => witness.failed(reasonOfReading(error)),
    });
    this.#answers = new LateAnswers((call) => this.call(call), clock);
    this.#stream = new StreamSupervisor({
      url: `${baseUrl}/api/v2/notifications`,
      channels,
      furtherChannels,
      onChannelRefused: (channel) => {
        this.#media.leaveOut(channel);
      },
      pollHoldMs,
      canReadAgain: () => reader.hasTranscripts,
      http: new PacedStream(http, this.#budget, clock),
      clock,
      random,
      log: log('stream'),
      session: this.#session,
      listener: witnessed({ feed: this.#feed, answers: this.#answers, witness, isOfUse: () => this.#isOfUse }),
    });
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  get self(): Self | null {
    return this.#self;
  }

  /** A server whose stream lives but which refuses every request is of no use. */
  get #isOfUse(): boolean {
    return this.#feed.isLive && this.#sources.areRequestsAnswered;
  }

  call(call: Call): Promise<Result<unknown>> {
    return this.#session.call(call);
  }

  /** A question whose answer comes over the stream. */
  ask(call: Call): Promise<Result<unknown>> {
    return this.#answers.ask(call);
  }

  /** `mayTry` is asked once our server has answered and right before the credentials are sent to it. */
  async enter(credentials: Credentials, mayTry: () => boolean): Promise<Result<SignedInFacts>> {
    this.#board.opening('starting');
    const door = { ...this.#options, session: this.#session, media: this.#media, log: this.#log };
    const facts = await letIn(door, credentials, mayTry);
    if (this.#isOver) {
      // Signed out while still being let in: whatever was opened meanwhile is closed again.
      await this.#session.end(() => this.#sayFarewell());
      return fail('session.signedOut');
    }
    if (!facts.ok) {
      await this.#close('neverSignedIn', nothingToSay);
      return facts;
    }
    const { userId, userName } = facts.value;
    this.#self = { userId, userName, nickname: this.#options.nickname };
    return facts;
  }

  /** `failed`: the connection whose place this one takes, so that the floor is as old as it was and not new. */
  follow(failed: Connection | null): void {
    if (this.#self === null) throw new Error('a connection is entered before it is followed');
    if (failed === null) this.#board.opening('signedIn');
    else this.#board.takeOver(failed.#board);
    this.#startFollowing(this.#self.userId, failed !== null);
  }

  /** Lets go without a word to anybody: another address has taken over, and what is here is of no use. */
  retire(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#stopFollowing();
    this.#stream.abandon();
    this.#board.off('connectionLost');
    // No goodbye: where two addresses lead to one contact centre, it would end the session of the new one as well.
    fireAndReport(this.#session.end(nothingToSay), 'forgetting the session of a failed address', this.#log);
  }

  async signOut(): Promise<void> {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#stopFollowing();
    await this.#stream.stop();
    await this.#close('signedOutByUser', () => this.#sayFarewell());
  }

  wake(reason: 'resumed' | 'networkBack' | 'clockJumped'): void {
    if (this.#self === null) return;
    this.#log.info('woken', { reason });
    this.#board.lookAgain();
    const dropping = this.#options.http.dropLines?.();
    if (dropping !== undefined) fireAndReport(dropping, 'letting go of kept connections', this.#log);
    this.#stream.wake();
  }

  /** The agents on any screen; `null` while there are none on any. */
  lookAt(agentIds: readonly string[] | null): void {
    this.#agentsOnScreen = agentIds;
    this.#directory?.lookAt(agentIds);
  }

  resynchronise(): void {
    this.#feed.resynchronise();
  }

  #sayFarewell(): Promise<Result<Done>> {
    return endContactCentreSession((call) => this.#session.call({ ...call, timeoutMs: farewellTimeoutMs }));
  }

  #startFollowing(ownUserId: string, takesOver: boolean): void {
    const { clock, random, log, sink } = this.#options;
    // The watches that stand were made elsewhere if this one takes over.
    if (!takesOver) this.#liveNumber = this.#session.number;
    this.#directory = new Directory({
      caller: (call) => this.call(call),
      clock,
      random,
      log: log('directory'),
      sink,
      quarantine: this.#quarantine,
      ownUserId,
      isLive: () => this.#feed.isLive,
      media: this.#media,
      onPeopleRead: this.#sources.agentsRead,
    });
    this.#directory.lookAt(this.#agentsOnScreen);
    this.#stopWatchingClock = watchForClockJump(clock, (haveClocksParted) => {
      if (haveClocksParted) {
        this.#serverClock.doubt();
        this.#board.clocksParted();
      }
      this.wake('clockJumped');
    });
    this.#feed.start(takesOver);
    this.#stream.start();
    this.#directory.start();
  }

  #stopFollowing(): void {
    this.#stopWatchingClock();
    this.#sources.stop();
    this.#feed.stop();
    this.#directory?.stop();
    this.#self = null;
  }

  #live(): void {
    const { number } = this.#session;
    const isRenewed = this.#liveNumber !== number;
    this.#liveNumber = number;
    this.#options.witness.good();
    if (isRenewed) this.#options.sink.sessionRenewed();
    this.#directory?.readNow();
  }

  #sessionEnded(reason: EndReason): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#stopFollowing();
    this.#stream.abandon();
    this.#board.off(reason);
    this.#options.sink.sessionEnded(reason);
    fireAndReport(this.#session.end(nothingToSay), 'forgetting the ended session', this.#log);
  }

  async #close(reason: 'neverSignedIn' | 'signedOutByUser', farewell: () => Promise<unknown>): Promise<void> {
    this.#isOver = true;
    await this.#session.end(farewell);
    this.#board.off(reason);
  }
}

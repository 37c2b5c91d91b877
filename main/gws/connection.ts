import type { Result } from '../../preload/contract';
import type { Disposer } from '../base/clock';
import { runInBackground } from '../base/run-in-background';
import type { Logger } from '../base/log';
import { fail } from '../base/result';
import type { CurrentSupervisor } from '../floor/events';
import type { RestClient } from './api/rest-client';
import { endContactCentreSession } from './api/contact-centre-session';
import type { ConnectionOptions, SignedInFacts } from './genesys-options';
import { signIn } from './sign-in';
import { channels, optionalChannels, AvailableMedia } from './media';
import { restoreOwnChannels } from './own-channel-state';
import { DirectoryPoller } from './sync/directory-poller';
import { ServerSync } from './sync/server-sync';
import { SnapshotReader } from './sync/snapshot-reader';
import { PacedStream } from './requests/paced-stream';
import { RequestBudget } from './requests/request-budget';
import { AsyncReplies } from './sync/async-replies';
import type { SignInMethod } from './session/credentials';
import type { EndReason } from './session/session-renewal';
import { ServerClock } from './session/server-clock';
import { HttpSession } from './session/http-session';
import { detectClockJumps } from './stream/clock-jump';
import { ObservedStream } from './stream/observed-stream';
import { ConnectionStatus } from './stream/connection-status';
import { Sources } from './stream/sources';
import { StreamManager } from './stream/stream-manager';
import { createQuarantine, type Quarantine } from './wire/quarantine';

/** As long as freshness allows: with the transport's grace, a dead connection is detected within 13 seconds. */
const pollHoldMs = 10_000;

/**
 * One sign-in at one address: session, stream, resync and directory, from sign-in to sign-out.
 *
 * `openSession` checks that it is our server (before credentials are sent), that the credentials are valid and that the
 * user may supervise. `startStreaming` starts the stream. A lost session is renewed once automatically; the stream is
 * reopened, and once it is live the floor requests its watches again. Sign-out closes the stream, then the
 * contact-centre session, and then deletes cookies, token and password.
 */
export class Connection {
  readonly #options: ConnectionOptions;
  readonly #log: Logger;
  readonly #quarantine: Quarantine;
  readonly #budget: RequestBudget;
  /** Sends requests. */
  readonly session: HttpSession;
  /** Sends requests whose reply arrives over the stream. */
  readonly replies: AsyncReplies;
  readonly #media = new AvailableMedia();
  readonly #serverClock: ServerClock;
  readonly #status: ConnectionStatus;
  readonly #feed: ServerSync;
  readonly observedStream: ObservedStream;
  readonly #stream: StreamManager;
  readonly #sources: Sources;
  #directory: DirectoryPoller | null = null;
  #agentsOnScreen: readonly string[] | null = null;
  #self: CurrentSupervisor | null = null;
  #isOver = false;
  /** Number of the session in which the current watches were requested. */
  #liveNumber = 0;
  #stopWatchingClock: Disposer = () => undefined;

  constructor(options: ConnectionOptions) {
    const { baseUrl, http, clock, random, log, sink, health, pollPauseMs } = options;
    this.#options = options;
    this.#log = log('gws');
    this.#quarantine = createQuarantine(log('wire'));
    this.#status = new ConnectionStatus(clock, (connection) => sink.connectionChanged(connection));
    this.#serverClock = new ServerClock(clock, (aheadMs) => {
      this.#status.setClockOffset(aheadMs);
    });
    this.#budget = new RequestBudget(clock, random, options.mostPerSecond?.() ?? null);
    this.session = new HttpSession({
      baseUrl,
      http,
      clock,
      budget: this.#budget,
      log: log('session'),
      open: (caller) => restoreOwnChannels(caller, this.#media, options.ownChannels),
      onDate: (date, sentAt) => this.#serverClock.observeDate(date, sentAt),
      onOutcome: (how) => {
        const isBack = this.#sources.requestEnded(how);
        if (how === 'answered') this.#stream.serverAnswered();
        if (isBack && this.#isOfUse) health.good();
      },
      onCredentialsUsed: () => health.credentialsUsed(),
      onRenewed: () => this.#stream.restart(),
      onEnded: (reason) => this.#sessionEnded(reason),
    });
    this.#sources = new Sources({
      clock,
      random,
      log: this.#log,
      status: this.#status,
      probe: () => this.session.ping(),
      isLineUp: () => this.#feed.isLive,
      onRefused: () => health.failed('requestsRefused'),
    });
    const client: RestClient = (request) => this.session.call(request);
    this.replies = new AsyncReplies(client, clock);
    const reader = new SnapshotReader({
      caller: client,
      clock: this.#serverClock,
      quarantine: this.#quarantine,
      media: this.#media,
    });
    this.#feed = new ServerSync({
      clock: this.#serverClock,
      random,
      sink,
      onEvents: (events) => this.#directory?.applyEvents(events),
      replies: this.replies,
      log: log('reading'),
      status: this.#status,
      quarantine: this.#quarantine,
      reader,
      onLive: () => this.#live(),
      onPolled: () => {
        if (this.#isOfUse) health.good();
      },
      onFailed: (reason) => health.failed(reason),
    });
    this.observedStream = new ObservedStream(this.#feed, clock);
    this.#stream = new StreamManager({
      url: `${baseUrl}/api/v2/notifications`,
      channels,
      optionalChannels,
      onChannelRefused: (channel) => {
        this.#media.exclude(channel);
      },
      ...{ pollHoldMs, pollPauseMs },
      onHoldChanged: (shortenedMs) => {
        this.#log.info('hold of polls changed', { shortenedMs });
        this.#status.setShortenedHold(shortenedMs);
      },
      canReadAgain: () => reader.hasTranscripts,
      http: new PacedStream(http, this.#budget, clock),
      clock,
      random,
      log: log('stream'),
      session: this.session,
      listener: this.observedStream,
    });
  }

  get baseUrl(): string {
    return this.#options.baseUrl;
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  get self(): CurrentSupervisor | null {
    return this.#self;
  }

  /** A server that streams but refuses every request is not usable. */
  get #isOfUse(): boolean {
    return this.#feed.isLive && this.#sources.areRequestsAnswered;
  }

  /** `mayTry` is called once our server has responded, right before the credentials are sent to it. */
  async openSession(method: SignInMethod, mayTry: () => boolean): Promise<Result<SignedInFacts>> {
    this.#status.opening('starting');
    const options = { ...this.#options, session: this.session, media: this.#media, log: this.#log };
    const facts = await signIn(options, method, mayTry);
    if (this.#isOver) {
      // The user signed out during the sign-in: close what was opened meanwhile.
      await this.session.end(() => this.#sayFarewell());
      return fail('session.signedOut');
    }
    if (!facts.ok) {
      await this.#close('neverSignedIn');
      return facts;
    }
    const { userId, userName } = facts.value;
    this.#self = { userId, userName, nickname: this.#options.nickname };
    return facts;
  }

  /** `failed`: the connection that this one replaces. Its age of the data is taken over. */
  startStreaming(failed: Connection | null): void {
    if (this.#self === null) throw new Error('startStreaming requires an open session');
    if (failed === null) this.#status.opening('signedIn');
    else this.#status.takeOver(failed.#status);
    this.#startFollowing(this.#self.userId, failed !== null);
  }

  /** Closes without notifying the server: another address has taken over. */
  discard(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#stopFollowing();
    this.#stream.abandon();
    this.#status.off('connectionLost');
    // No sign-out: if both addresses lead to one contact centre, it would end the new session too.
    runInBackground(this.session.end(), 'closing the session of a failed address', this.#log);
  }

  /** Returns false if the server did not confirm it: others may then still see the supervisor. */
  async signOut(): Promise<boolean> {
    if (this.#isOver) return true;
    this.#isOver = true;
    this.#stopFollowing();
    await this.#stream.stop();
    return (await this.#close('signedOutByUser', () => this.#sayFarewell())) ?? true;
  }

  wake(reason: 'resumed' | 'networkBack' | 'clockJumped'): void {
    if (this.#self === null) return;
    this.#log.info('woken', { reason });
    this.#status.recheck();
    const dropping = this.#options.http.closeIdleConnections?.();
    if (dropping !== undefined) runInBackground(dropping, 'closing idle connections', this.#log);
    this.#stream.wake();
  }

  /** Sets the agents visible on any screen; `null` if no screen shows agents. */
  lookAt(agentIds: readonly string[] | null): void {
    this.#agentsOnScreen = agentIds;
    this.#directory?.lookAt(agentIds);
  }

  resynchronise(): void {
    this.#feed.resynchronise();
  }

  #sayFarewell(): Promise<boolean> {
    return endContactCentreSession((call) => this.session.call(call));
  }

  #startFollowing(ownUserId: string, takesOver: boolean): void {
    const { clock, random, log, sink } = this.#options;
    // If this connection takes over, the current watches belong to another session.
    if (!takesOver) this.#liveNumber = this.session.number;
    this.#directory = new DirectoryPoller({
      caller: (request) => this.session.call(request),
      clock,
      random,
      log: log('directory'),
      sink,
      quarantine: this.#quarantine,
      ownUserId,
      isLive: () => this.#feed.isLive,
      media: this.#media,
      onPeopleRead: this.#sources.applyDirectory,
    });
    this.#directory.lookAt(this.#agentsOnScreen);
    this.#stopWatchingClock = detectClockJumps(clock, (haveClocksParted) => {
      if (haveClocksParted) {
        this.#serverClock.discardSamples();
        this.#status.invalidateAge();
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
    const { number } = this.session;
    const isRenewed = this.#liveNumber !== number;
    this.#liveNumber = number;
    this.#options.health.good();
    if (isRenewed) this.#options.sink.sessionRenewed();
    this.#directory?.readNow();
  }

  #sessionEnded(reason: EndReason): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#stopFollowing();
    this.#stream.abandon();
    this.#status.off(reason);
    this.#options.sink.sessionEnded(reason);
    runInBackground(this.session.end(), 'closing the ended session', this.#log);
  }

  async #close<T>(reason: 'neverSignedIn' | 'signedOutByUser', farewell?: () => Promise<T>): Promise<T | undefined> {
    this.#isOver = true;
    const said = await this.session.end(farewell);
    this.#status.off(reason);
    return said;
  }
}

import type { ErrorCode, Result } from '../../../preload/contract';
import type { Disposer } from '../../base/clock';
import { runInBackground } from '../../base/run-in-background';
import type { Logger } from '../../base/log';
import { fail } from '../../base/result';
import { Connection } from '../connection';
import type { GenesysOptions, SignedInFacts } from '../genesys-options';
import type { Credentials, SignInMethod } from '../session/credentials';
import { OutageDetector } from './outage-detector';
import { GatedSink } from './gated-sink';

export interface FailoverOptions extends GenesysOptions {
  /** At least one: the validated addresses of the profile, in order, without duplicates. */
  readonly addresses: readonly string[];
}

/** An address that is in use or being tried. */
interface Site {
  readonly address: string;
  readonly connection: Connection;
  readonly sink: GatedSink;
}

/** Milliseconds until the next round when all other addresses failed. */
const nextRoundMs = 20_000;
/**
 * Errors of a server, or of what answers in its place, that the user has to see. After any other error the next
 * address is tried.
 */
const userFacingErrors = new Set<ErrorCode>([
  'session.credentials',
  'session.singleSignOn',
  'session.noSingleSignOn',
  'session.signInGivenUp',
  'policy.signInHostNotAllowed',
  'session.passwordChange',
  'session.notSupervisor',
  'session.signedOut',
]);

/**
 * One sign-in over one or several addresses of a contact centre. Each address has its own `Connection`, and so its
 * own cookies, token and stream. One address is in use at any time, and only its events are forwarded.
 *
 * 1. A sign-in tries the addresses in order until one accepts the user or returns a user-facing error.
 * 2. The address in use has failed when several attempts failed over a minimum span (`outage-detector.ts`), also
 *    when only its requests are refused while its stream works. It keeps trying.
 * 3. Meanwhile the others are probed in order, without credentials. The first one that responds as our server gets
 *    the credentials, once per outage (restoring a lost session there counts). One that refuses them is not tried
 *    again before the next sign-in, and the floor gets its name.
 * 4. After a successful sign-in there, the old connection is discarded, but only if it is still down. The floor
 *    learns the new server name, that events may be missing and, once live, that watches must be requested again.
 * 5. A live connection never moves back. When the address in use fails, the order starts at the first address again.
 *
 * The credentials are kept in memory until sign-out, and only if there is a second address. A session that began on the
 * server's sign-in page has none, so it stays at its address: another one would ask the person again.
 */
export class Failover {
  readonly #options: FailoverOptions;
  readonly #log: Logger;
  readonly #outage: OutageDetector;
  #site: Site | null = null;
  #agentsOnScreen: readonly string[] | null = null;
  #credentials: Credentials | null = null;
  /** Addresses that got the credentials in this outage, and those that refused them. */
  readonly #tried = new Set<string>();
  readonly #refused = new Set<string>();
  #asking: Site | null = null;
  #isOver = false;
  #cancelRound: Disposer = () => undefined;

  constructor(options: FailoverOptions) {
    const { clock, random, log } = options;
    this.#options = options;
    this.#log = log('failover');
    this.#outage = new OutageDetector(clock, random, () => this.#beginRound());
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  /** Connection to the address in use; `null` before the first sign-in. */
  get inUse(): Connection | null {
    return this.#site?.connection ?? null;
  }

  async signIn(method: SignInMethod): Promise<Result<SignedInFacts>> {
    let first: Result<SignedInFacts> | null = null;
    for (const address of this.#options.addresses) {
      const site = this.#open(address);
      this.#site = site;
      site.sink.open();
      const entered = await site.connection.openSession(method, () => true);
      if (entered.ok) {
        if (this.#options.addresses.length > 1 && method !== 'page') this.#credentials = method;
        site.connection.startStreaming(null);
        return entered;
      }
      site.sink.close();
      first ??= entered;
      if (this.#hasEnded() || userFacingErrors.has(entered.error.code)) {
        first = entered;
        break;
      }
    }
    this.#end();
    return first ?? fail('server.addressInvalid');
  }

  /** See `Connection.signOut`. */
  async signOut(): Promise<boolean> {
    const asking = this.#asking;
    this.#end();
    const ended = await Promise.all([asking?.connection.signOut(), this.#site?.connection.signOut()]);
    return !ended.includes(false);
  }

  wake(reason: 'resumed' | 'networkBack'): void {
    // Failures before a sleep say nothing about the server.
    this.#outage.clear();
    this.#cancelRound();
    this.#site?.connection.wake(reason);
  }

  lookAt(agentIds: readonly string[] | null): void {
    this.#agentsOnScreen = agentIds;
    this.#site?.connection.lookAt(agentIds);
  }

  #open(address: string): Site {
    const { addresses, openHttp, ...rest } = this.#options;
    const serverName = address === addresses[0] ? null : new URL(address).host;
    const sink = new GatedSink({
      sink: rest.sink,
      serverName,
      refusedBy: () => this.#refusedBy(address),
      onEnded: () => this.#end(),
    });
    const isInUse = (): boolean => this.#site?.sink === sink;
    const health = {
      good: () => {
        if (isInUse()) this.#recovered();
      },
      failed: (reason: Parameters<OutageDetector['failed']>[0]) => {
        if (isInUse() && this.#credentials !== null) this.#outage.failed(reason);
      },
      credentialsUsed: () => this.#tried.add(address),
    };
    const connection = new Connection({ ...rest, baseUrl: address, http: openHttp(), sink, health });
    connection.lookAt(this.#agentsOnScreen);
    return { address, sink, connection };
  }

  /** Returns the latest other address that refused the credentials, or `null`. */
  #refusedBy(address: string): string | null {
    const refuser = [...this.#refused].findLast((other) => other !== address);
    return refuser === undefined ? null : new URL(refuser).host;
  }

  #recovered(): void {
    this.#outage.clear();
    this.#cancelRound();
    this.#tried.clear();
  }

  /** Runs at sign-out, forced sign-out and failed sign-in. */
  #end(): void {
    this.#isOver = true;
    this.#credentials = null;
    this.#outage.clear();
    this.#cancelRound();
  }

  #beginRound(): void {
    // A round that began in an earlier outage and still waits for a response covers this outage too.
    if (this.#asking === null) runInBackground(this.#round(), 'moving to another address', this.#log);
  }

  async #round(): Promise<void> {
    for (const address of this.#options.addresses) {
      const isCandidate = address !== this.#site?.address && !this.#tried.has(address) && !this.#refused.has(address);
      if (!isCandidate || this.#credentials === null) continue;
      if (!this.#isNeeded()) return;
      if (await this.#moveTo(address, this.#credentials)) return;
    }
    const { clock, random } = this.#options;
    if (!this.#isNeeded()) return;
    this.#cancelRound = clock.after(nextRoundMs * (0.5 + random()), () => this.#beginRound());
  }

  /** Evaluated again after every await. */
  #isNeeded(): boolean {
    return !this.#isOver && this.#outage.isProven;
  }

  #hasEnded(): boolean {
    return this.#isOver;
  }

  async #moveTo(address: string, credentials: Credentials): Promise<boolean> {
    const next = this.#open(address);
    this.#asking = next;
    const mayTry = (): boolean => {
      if (!this.#isNeeded()) return false;
      this.#tried.add(address);
      return true;
    };
    const entered = await next.connection.openSession(credentials, mayTry).finally(() => {
      this.#asking = null;
    });
    if (!entered.ok) {
      const { code } = entered.error;
      this.#log.warn('sign-in at another address failed', { code });
      if (userFacingErrors.has(code) && code !== 'session.signedOut') {
        this.#refused.add(address);
        this.#site?.sink.republishConnection();
      }
      return false;
    }
    if (!this.#isNeeded()) {
      // The connection in use recovered meanwhile, or the user signed out. Send no sign-out: if both addresses lead
      // to one contact centre, it would remove the supervisor from every chat.
      next.connection.discard();
      return true;
    }
    this.#adopt(next);
    return true;
  }

  #adopt(next: Site): void {
    const { sink } = this.#options;
    const failed = this.#site;
    this.#log.info('moved to another address', { place: this.#options.addresses.indexOf(next.address) + 1 });
    this.#site = next;
    this.#outage.clear();
    failed?.sink.close();
    failed?.connection.discard();
    sink.markEventsLost();
    if (next.connection.self !== null) sink.serverChanged(next.connection.self);
    next.sink.open();
    next.connection.lookAt(this.#agentsOnScreen);
    next.connection.startStreaming(failed?.connection ?? null);
  }
}

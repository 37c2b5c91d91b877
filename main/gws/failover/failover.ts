import type { ErrorCode, Result } from '../../../preload/contract';
import type { Disposer } from '../../base/clock';
import { runInBackground } from '../../base/run-in-background';
import type { Logger } from '../../base/log';
import { fail } from '../../base/result';
import type { CurrentSupervisor } from '../../floor/events';
import { Connection } from '../connection';
import type { GenesysOptions, SignedInFacts } from '../genesys-options';
import type { Credentials } from '../session/credentials';
import type { ApiRequest } from '../session/api-client';
import { OutageDetector } from './outage-detector';
import { GatedSink } from './gated-sink';

export interface FailoverOptions extends GenesysOptions {
  /** At least one, as they came out of the check of addresses, each once, in the order of the profile. */
  readonly addresses: readonly string[];
}

/** One address in use or being asked. */
interface Site {
  readonly address: string;
  readonly connection: Connection;
  readonly sink: GatedSink;
}

/** After all other addresses were asked in vain. */
const nextRoundMs = 20_000;
/** What a server, or whatever stands in its place, answers to a person is for the person to know; anything else is a reason to go on. */
const userFacingErrors = new Set<ErrorCode>([
  'session.credentials',
  'session.passwordChange',
  'session.notSupervisor',
  'session.signedOut',
]);

/**
 * One signed-in life over one or several addresses of a contact centre, each with a `Connection` (and so cookies, token
 * and stream) of its own. One of them is in use at any time, and only that one is heard.
 *
 * 1. A sign-in asks the addresses in order, the first one first, until one lets the person in or has a word for them.
 * 2. The one in use fails, be it that its stream goes on and every request is refused: that is proven by several failed attempts over
 *    a span (`outage.ts`). It goes on trying.
 * 3. Meanwhile the others are asked in order, without credentials first. One that answers as our server gets the
 *    credentials, once in an outage (restoring a lost session there counts); one that refused them is not asked again
 *    before a person signs in, and the floor is told which.
 * 4. Let in there, and only if the one in use is still down, that one is let go and the new one followed: the floor is
 *    told that who it speaks to has changed, that news may be missing, and once live, that watches have to be made again.
 * 5. Nothing goes back by itself while live. When the one in use fails in its turn, the order starts at the first.
 *
 * The credentials are kept here, in memory, only where there is a second address, until the life is over.
 */
export class Failover {
  readonly #options: FailoverOptions;
  readonly #log: Logger;
  readonly #outage: OutageDetector;
  #site: Site | null = null;
  #agentsOnScreen: readonly string[] | null = null;
  #credentials: Credentials | null = null;
  /** Addresses that had the credentials in this outage, and those that refused them. */
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

  get self(): CurrentSupervisor | null {
    return this.#site?.connection.self ?? null;
  }

  async call(call: ApiRequest): Promise<Result<unknown>> {
    return this.#site === null ? fail('session.signedOut') : this.#site.connection.call(call);
  }

  async ask(call: ApiRequest): Promise<Result<unknown>> {
    return this.#site === null ? fail('session.signedOut') : this.#site.connection.callAsync(call);
  }

  /** Of the address in use. */
  get baseUrl(): string {
    return this.#site?.address ?? '';
  }

  async signIn(credentials: Credentials): Promise<Result<SignedInFacts>> {
    let first: Result<SignedInFacts> | null = null;
    for (const address of this.#options.addresses) {
      const site = this.#open(address);
      this.#site = site;
      site.sink.open();
      const entered = await site.connection.openSession(credentials, () => true);
      if (entered.ok) {
        if (this.#options.addresses.length > 1) this.#credentials = credentials;
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

  async signOut(): Promise<void> {
    const asking = this.#asking;
    this.#end();
    await Promise.all([asking?.connection.signOut(), this.#site?.connection.signOut()]);
  }

  wake(reason: 'resumed' | 'networkBack'): void {
    // What failed before, failed to a machine that was away.
    this.#outage.clear();
    this.#cancelRound();
    this.#site?.connection.wake(reason);
  }

  lookAt(agentIds: readonly string[] | null): void {
    this.#agentsOnScreen = agentIds;
    this.#site?.connection.lookAt(agentIds);
  }

  resynchronise(): void {
    this.#site?.connection.resynchronise();
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
    const witness = {
      good: () => {
        if (isInUse()) this.#recovered();
      },
      failed: (reason: Parameters<OutageDetector['failed']>[0]) => {
        if (isInUse() && this.#credentials !== null) this.#outage.failed(reason);
      },
      credentialsUsed: () => this.#tried.add(address),
    };
    const connection = new Connection({ ...rest, baseUrl: address, http: openHttp(), sink, witness });
    connection.lookAt(this.#agentsOnScreen);
    return { address, sink, connection };
  }

  /** The latest of the others that refused, seen from this address. */
  #refusedBy(address: string): string | null {
    const refuser = [...this.#refused].findLast((other) => other !== address);
    return refuser === undefined ? null : new URL(refuser).host;
  }

  #recovered(): void {
    this.#outage.clear();
    this.#cancelRound();
    this.#tried.clear();
  }

  /** Signed out, put out, or never let in. */
  #end(): void {
    this.#isOver = true;
    this.#credentials = null;
    this.#outage.clear();
    this.#cancelRound();
  }

  #beginRound(): void {
    // One that began in an earlier outage still waits for an answer: it looks after this outage as well.
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

  /** Asked anew after every wait. */
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
      this.#log.warn('another address did not let us in', { code });
      if (userFacingErrors.has(code) && code !== 'session.signedOut') {
        this.#refused.add(address);
        this.#site?.sink.republishConnection();
      }
      return false;
    }
    if (!this.#isNeeded()) {
      // The one in use came back meanwhile, or the person left. No goodbye: where both lead to one contact centre, it would
      // end the supervisor's part in every chat.
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

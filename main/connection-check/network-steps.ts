import type { CheckStep, Result } from '../../preload/contract';
import { checkSteps } from '../../preload/contract/model/connection-check';
import type { Clock } from '../base/clock';
import { fail, succeed } from '../base/result';
import type { NetworkLookup, ServerProbe } from './ports';
import { failedBy, notTried, passed, type StepEnd } from './step-result';
import { within } from './within';

export interface NetworkStepsOptions {
  readonly baseUrl: string;
  readonly network: NetworkLookup;
  readonly probe: ServerProbe;
  readonly clock: Clock;
}

/** Milliseconds that the computer may take to answer. A PAC file on a dead server is only given up by this. */
const lookupWithinMs = 10_000;

/**
 * The steps up to the server. One request shows several of them: what fails names its step, and every step before it
 * passed. So the request is sent once, by the first step that needs it.
 */
export class NetworkSteps {
  readonly #options: NetworkStepsOptions;
  /** `null`: a direct connection. `undefined`: not known. */
  #proxy: string | null | undefined;
  #sent: Promise<Result<string | null>> | null = null;

  constructor(options: NetworkStepsOptions) {
    this.#options = options;
  }

  /** A proxy resolves the names of servers itself, so a name that is not known here may still be good. */
  async name(): Promise<StepEnd> {
    const { baseUrl, network, clock } = this.#options;
    this.#proxy = await within(clock, lookupWithinMs, network.proxyFor(baseUrl));
    const { hostname } = new URL(baseUrl);
    const host = hostname.replaceAll(/[[\]]/gu, '');
    const n = await within(clock, lookupWithinMs, network.addressCount(host));
    if (n !== undefined && n > 0) return passed('nameFound', { host, n });
    if (typeof this.#proxy === 'string') return passed('nameByProxy', { host, proxy: this.#proxy });
    if (n === undefined || this.#proxy === undefined) return notTried('noLookup');
    return failedBy({ code: 'server.notFound', values: { host } }, 'name');
  }

  async proxy(): Promise<StepEnd> {
    const proxy = this.#proxy;
    if (proxy === null) return passed('noProxy');
    return this.#read('proxy', () => (proxy === undefined ? notTried('noLookup') : passed('proxyUsed', { proxy })));
  }

  reach(): Promise<StepEnd> {
    return this.#read('reach', () => passed('reached', { host: this.#host }));
  }

  encryption(): Promise<StepEnd> {
    if (new URL(this.#options.baseUrl).protocol === 'http:') return Promise.resolve(notTried('notEncrypted'));
    return this.#read('encryption', () => passed('encrypted'));
  }

  server(): Promise<StepEnd> {
    return this.#read('server', (version) => {
      if (version === 'page') return passed('answersWithPage');
      return version === null ? passed('answers') : passed('answersWithVersion', { version });
    });
  }

  async signIn(): Promise<StepEnd> {
    const method = await this.#options.probe.signInMethod();
    if (!method.ok) return failedBy(this.#named(method).error, 'signIn');
    return passed(method.value === 'page' ? 'wantsPage' : 'wantsPassword');
  }

  get #host(): string {
    return new URL(this.#options.baseUrl).host;
  }

  async #read(step: CheckStep, pass: (version: string | null) => StepEnd): Promise<StepEnd> {
    this.#sent ??= this.#options.probe.version();
    const version = asPage(await this.#sent);
    if (version.ok) return pass(version.value);
    const failure = failedBy(this.#named(version).error, 'server');
    const isLater = failure.is === 'failed' && checkSteps.indexOf(failure.at) > checkSteps.indexOf(step);
    return isLater ? pass(null) : failure;
  }

  #named({ error }: Extract<Result<unknown>, { readonly ok: false }>): ReturnType<typeof fail> {
    return fail(error.code, { values: { host: this.#host, ...error.values } });
  }
}

/** Even the version can be behind the page of a single sign-on. */
function asPage(version: Result<string | null>): Result<string | null> {
  return !version.ok && version.error.code === 'session.singleSignOn' ? succeed('page') : version;
}

import { HttpFailure, type Http, type HttpRequest, type HttpResponse } from '../../../main/gws/http-port';
import type { ExchangeFault, Step } from './exchange-faults';
import type { AddressSecrets } from './address-secrets';
import type { SimClock } from './sim-clock';
import type { VirtualEndpoint, WireAnswer } from './virtual-endpoint';
import type { VirtualFloor } from './virtual-floor';
import type { BayeuxMessage } from './virtual-bayeux';

/** Decides the faults of an exchange. */
export interface NetworkConditions {
  strike(step: Step, door: VirtualEndpoint): ExchangeFault | null;
}

export interface FaultyHttpOptions {
  readonly clock: SimClock;
  readonly floor: () => VirtualFloor;
  readonly weather: NetworkConditions;
  readonly latencyMs: () => number;
  readonly secrets: AddressSecrets;
}

type AfflictingFault = Extract<ExchangeFault, { isExecuted: boolean }>;

/** Milliseconds. Messages older than this, if repeated, would look like those of another server; `docs/reliability.md` names the limit. */
const rememberedMs = 10_000;
const apiRoot = '/api/v2';

/**
 * The console's network: a cookie jar, a little latency, and faults. It records complete responses of the real server, which define the
 * last successful exchange from outside.
 */
export class FaultyHttp implements Http {
  /** True time at which the server's own response last arrived completely. */
  lastSuccessAt = Number.NEGATIVE_INFINITY;
  exchanges = 0;
  /** Polls and handshakes sent before the time that the server had given this console. */
  undercuts = 0;
  #notBeforeAt = Number.NEGATIVE_INFINITY;
  readonly #options: FaultyHttpOptions;
  readonly #jar = new Map<string, string>();
  #memory: { readonly at: number; readonly message: BayeuxMessage }[] = [];

  constructor(options: FaultyHttpOptions) {
    this.#options = options;
  }

  forget(): Promise<void> {
    this.#jar.clear();
    return Promise.resolve();
  }

  /** Simulates a balancer or proxy that loses cookies. */
  dropCookies(): void {
    this.#jar.clear();
  }

  send(request: HttpRequest): Promise<HttpResponse> {
    this.exchanges += 1;
    return new Promise((resolve, reject) => {
      const hungUp = new AbortController();
      request.signal?.addEventListener('abort', () => {
        hungUp.abort();
        reject(new HttpFailure('aborted', false));
      });
      this.#exchange(request, hungUp.signal).then(resolve, reject);
    });
  }

  async #exchange(request: HttpRequest, hungUp: AbortSignal): Promise<HttpResponse> {
    const { weather, latencyMs } = this.#options;
    const step = stepOf(request);
    const isStream = step === 'connect' || step === 'handshake';
    if (isStream && this.#options.clock.trueMs < this.#notBeforeAt) this.undercuts += 1;
    const door = this.#options.floor().doorAt(request.url);
    const fault = weather.strike(step, door);
    const afflicted = (found: AfflictingFault): Promise<HttpResponse> => {
      // A response to an aborted request never reached the console.
      if (isStream && found.does === 'answer' && !hungUp.aborted) this.#noteRetryAfter(found.answer);
      return this.#afflict(found);
    };
    const path = pathOf(request);
    await this.#wait(latencyMs());
    if (fault?.does === 'slow') await this.#wait(fault.byMs);
    if (fault !== null && 'isExecuted' in fault && !fault.isExecuted) return afflicted(fault);
    if (hungUp.aborted) throw new HttpFailure('aborted', false);
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value]),
    );
    const cookie = [...this.#jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const wire = {
      method: request.method,
      path,
      headers: { ...headers, ...(cookie === '' ? {} : { cookie }) },
      body: request.body,
    };
    this.#options.secrets.check(wire, door);
    const answer = await door.receive(wire, hungUp);
    this.#options.secrets.note(answer, door);
    await this.#wait(latencyMs());
    if (fault !== null && 'isExecuted' in fault) return afflicted(fault);
    return this.#arrive(answer, fault, step);
  }

  #arrive(answer: WireAnswer, fault: ExchangeFault | null, step: Step): HttpResponse {
    const [name, value] = answer.headers['set-cookie']?.split('=') ?? [];
    if (name !== undefined && value !== undefined) this.#jar.set(name, value);
    if (fault === null || fault.does === 'slow') {
      if (answer.status === 200 && isAboutTheStream(step)) this.lastSuccessAt = this.#options.clock.trueMs;
      if (answer.status === 200 && step === 'connect') this.#remember(answer);
      return this.#respond(answer);
    }
    switch (fault.does) {
      case 'breakBody':
        return this.#respond(answer, () => Promise.reject(new HttpFailure('reset', false)));
      case 'drip':
        return this.#respond(answer, () => this.#wait(45_000).then(() => answer.text));
      case 'spoil':
        return this.#respond({ ...answer, text: fault.spoil(answer.text) });
      case 'rewrite':
        return this.#respond({ ...answer, text: this.#rewritten(answer, fault.rewrite) });
      default:
        return this.#respond(answer);
    }
  }

  #noteRetryAfter(answer: WireAnswer): void {
    const { trueMs, server } = this.#options.clock;
    const advice = answer.headers['retry-after'];
    if (advice === undefined) return;
    const forMs = /^\d+$/.test(advice) ? Number(advice) * 1_000 : Date.parse(advice) - server.now();
    this.#notBeforeAt = trueMs + forMs;
  }

  #rewritten(answer: WireAnswer, rewrite: Extract<ExchangeFault, { does: 'rewrite' }>['rewrite']): string {
    const messages: unknown = answer.status === 200 ? JSON.parse(answer.text) : null;
    if (!Array.isArray(messages)) return answer.text;
    const text = JSON.stringify(rewrite(messages as readonly BayeuxMessage[], this.#remembered()));
    this.lastSuccessAt = this.#options.clock.trueMs;
    return text;
  }

  #remember(answer: WireAnswer): void {
    const messages = JSON.parse(answer.text) as unknown;
    if (!Array.isArray(messages)) return;
    const news = (messages as readonly BayeuxMessage[]).filter((message) => !message.channel.startsWith('/meta/'));
    const at = this.#options.clock.trueMs;
    this.#memory.push(...news.map((message) => ({ at, message })));
    this.#remembered();
  }

  #remembered(): readonly BayeuxMessage[] {
    const since = this.#options.clock.trueMs - rememberedMs;
    this.#memory = this.#memory.filter(({ at }) => at >= since);
    return this.#memory.map(({ message }) => message);
  }

  #afflict(fault: AfflictingFault): Promise<HttpResponse> {
    switch (fault.does) {
      case 'fail':
        return Promise.reject(new HttpFailure(fault.kind, fault.isCertainlyNotSent));
      case 'answer':
        return Promise.resolve(this.#respond(fault.answer));
      case 'hang':
        return new Promise(() => undefined);
    }
  }

  /** Like every server with a clock, it dates the response. */
  #respond(answer: WireAnswer, text = (): Promise<string> => Promise.resolve(answer.text)): HttpResponse {
    const headers: WireAnswer['headers'] = {
      date: new Date(this.#options.clock.server.now()).toUTCString(),
      ...answer.headers,
    };
    return { status: answer.status, header: (name) => headers[name.toLowerCase()] ?? null, text };
  }

  #wait(forMs: number): Promise<void> {
    return new Promise((resolve) => this.#options.clock.client.after(forMs, resolve));
  }
}

function isAboutTheStream(step: Step): boolean {
  return (
    step === 'connect' || step === 'handshake' || step === 'subscribe' || step === 'readFloor' || step === 'transcript'
  );
}

/** Below `/api/v2`, with the query. */
function pathOf({ url }: Pick<HttpRequest, 'url'>): string {
  return url.slice(url.indexOf(apiRoot) + apiRoot.length);
}

export function stepOf(request: Pick<HttpRequest, 'method' | 'url' | 'body'>): Step {
  const path = pathOf(request);
  if (path.startsWith('/notifications')) {
    const channel = /"channel":"\/meta\/(\w+)"/.exec(request.body ?? '')?.[1];
    return channel === 'handshake' || channel === 'subscribe' || channel === 'disconnect' ? channel : 'connect';
  }
  if (path.startsWith('/diagnostics')) return 'version';
  if (request.method === 'POST') return path === '/me' ? 'session' : 'operation';
  if (path.includes('/messages')) return 'transcript';
  if (path.startsWith('/contacts') || path.startsWith('/users')) return 'directory';
  return path.includes('subresources=*') || path.startsWith('/me/chats') ? 'readFloor' : 'me';
}

import type { Clock } from '../../base/clock';
import { parseRetryAfter } from '../session/retry-after';
import { HttpFailure, type Http, type HttpRequest, type HttpResponse } from '../http-port';
import { PollPace } from './poll-pace';
import { NotSent, type RequestBudget, type Verdict } from './request-budget';

const resource = 'POST /notifications';
const isPoll = (request: HttpRequest): boolean => request.body?.includes('"/meta/connect"') === true;
/** Matches a channel that is not a meta channel of Bayeux. */
const messageChannel = /"channel"\s*:\s*"\/(?!meta\/)/;

/**
 * HTTP port of the stream. The stream has its own backoff and obeys `Retry-After` there. This port counts its
 * requests into the budget, limits the rate of polls that return at once, and sends nothing while the server asks to
 * wait: it then returns the response that the server would give.
 */
export class PacedStream implements Http {
  readonly #http: Http;
  readonly #budget: RequestBudget;
  readonly #clock: Clock;
  readonly #pace: PollPace;

  constructor(http: Http, budget: RequestBudget, clock: Clock) {
    this.#http = http;
    this.#budget = budget;
    this.#clock = clock;
    this.#pace = new PollPace(clock);
  }

  async send(request: HttpRequest): Promise<HttpResponse> {
    if (isPoll(request)) await this.#ownPace(request.signal);
    const startedAt = this.#clock.monotonicMs();
    let failure: unknown = null;
    const response = await this.#budget.run<HttpResponse | null>(
      { urgency: 'poll', resource, isHeld: true, signal: request.signal },
      () =>
        this.#http.send(request).catch((cause: unknown) => {
          failure = cause;
          return null;
        }),
      (outcome) => verdictOn(outcome, this.#clock.now()),
    );
    if (response instanceof NotSent) {
      if (request.signal?.aborted === true) throw new HttpFailure('aborted', true);
      return leftAlone(response.waitMs);
    }
    if (response === null) throw failure;
    return isPoll(request) ? this.#watched(response, startedAt) : response;
  }

  closeIdleConnections(): Promise<void> {
    return this.#http.closeIdleConnections?.() ?? Promise.resolve();
  }

  forget(): Promise<void> {
    return this.#http.forget();
  }

  #watched(response: HttpResponse, startedAt: number): HttpResponse {
    const tookMs = this.#clock.monotonicMs() - startedAt;
    return {
      status: response.status,
      header: (name) => response.header(name),
      text: async () => {
        const text = await response.text();
        this.#pace.answered(tookMs, messageChannel.test(text));
        return text;
      },
    };
  }

  #ownPace(signal: AbortSignal | null): Promise<void> {
    const { waitMs } = this.#pace;
    if (waitMs === 0) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const stop = (): void => {
        cancel();
        reject(new HttpFailure('aborted', true));
      };
      const cancel = this.#clock.after(waitMs, () => {
        signal?.removeEventListener('abort', stop);
        resolve();
      });
      signal?.addEventListener('abort', stop, { once: true });
    });
  }
}

/** The stream decides itself how long to wait after a refusal. */
function verdictOn(response: HttpResponse | null, now: number): Verdict {
  if (response === null) return { kind: 'strained' };
  const { status } = response;
  if (status !== 429 && status !== 503) return { kind: 'good' };
  const advice = { retryAfter: response.header('Retry-After'), date: response.header('Date') };
  return {
    kind: 'refused',
    retryAfterMs: parseRetryAfter(advice, now),
    isLimit: status === 429,
    isRepeatable: false,
  };
}

/** Whole seconds, as in the header. */
function leftAlone(waitMs: number): HttpResponse {
  const seconds = String(Math.ceil(waitMs / 1_000));
  return {
    status: 503,
    header: (name) => (name.toLowerCase() === 'retry-after' ? seconds : null),
    text: () => Promise.resolve(''),
  };
}

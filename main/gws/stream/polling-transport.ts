import { LongPollingTransport, type Envelope, type Packet, type RequestHandle, type TransportRequest } from 'cometd';
import type { Clock } from '../../base/clock';
import { HttpFailure, type Http, type HttpResponse } from '../http-port';
import { readResponse } from '../session/api-response';
import { readBayeuxMessages } from './bayeux-messages';
import type { HoldTuner } from './hold-tuner';
import type { CometdRunner } from './cometd-runner';
import { StreamRequestError, streamProblem, streamProblemFromResponse, troubleFromFailure } from './stream-problem';

export interface PollingOptions {
  readonly http: Http;
  readonly clock: Clock;
  readonly door: CometdRunner;
  readonly headers: () => Readonly<Record<string, string>>;
  readonly captureFrom: (response: Pick<HttpResponse, 'header'>) => void;
  /** Learns the age at which polls are cut. */
  readonly hold: HoldTuner;
  /** The server itself responded, with Bayeux or a refusal. */
  readonly onAnswered: () => void;
}

/** Milliseconds beyond the proposed hold after which a poll without a response means a dead connection. */
const heldGraceMs = 2_500;
const immediateGraceMs = 4_000;
const otherDeadlineMs = 10_000;
/** Additional milliseconds for the body once a response has begun. */
const bodyGraceMs = 5_000;

/**
 * Carries Bayeux over the HTTP port instead of `XMLHttpRequest`, so that stream and REST calls share cookies, proxy
 * and certificates. Every request has a deadline far below that of the library (hold plus ten seconds). Every
 * failure carries its `StreamProblem` through the library.
 */
export class PollingTransport extends LongPollingTransport {
  readonly #options: PollingOptions;
  readonly #inFlight = new Set<PollingExchange>();
  #next = { isConnect: false, holdMs: 0, deadlineMs: otherDeadlineMs };

  constructor(options: PollingOptions) {
    super();
    this.#options = options;
  }

  override transportSend(envelope: Envelope, request: TransportRequest): boolean {
    const holdMs = envelope.messages[0]?.advice?.timeout ?? 0;
    const connectDeadlineMs = holdMs === 0 ? immediateGraceMs : holdMs + heldGraceMs;
    this.#next = {
      isConnect: request.metaConnect,
      holdMs,
      deadlineMs: request.metaConnect ? connectDeadlineMs : otherDeadlineMs,
    };
    return super.transportSend(envelope, request);
  }

  override xhrSend(packet: Packet): RequestHandle {
    const exchange = new PollingExchange(packet, this.#options, this.#next);
    this.#inFlight.add(exchange);
    exchange.run(this.#next.deadlineMs, () => this.#inFlight.delete(exchange));
    return exchange;
  }

  /** Ends the current poll like a network failure, so that a new one tests the connection. */
  abandonPoll(): boolean {
    const poll = [...this.#inFlight].find((exchange) => exchange.isConnect);
    poll?.fail(streamProblem('connectionLost', 'tryAgain'));
    return poll !== undefined;
  }

  /** Drops everything in flight without notifying anyone. */
  dropAll(): void {
    for (const exchange of this.#inFlight) exchange.silence();
    this.#inFlight.clear();
  }
}

/** One POST. Ends exactly once: with a response, a failure, an abort of the library, or `dropAll`. */
class PollingExchange implements RequestHandle {
  readonly isConnect: boolean;
  readonly #holdMs: number;
  readonly readyState = 1;
  status = 0;
  readonly #packet: Packet;
  readonly #options: PollingOptions;
  readonly #controller = new AbortController();
  #isOver = false;
  #cancelDeadline = (): void => undefined;
  #onOver = (): void => undefined;

  constructor(packet: Packet, options: PollingOptions, poll: { readonly isConnect: boolean; readonly holdMs: number }) {
    this.#packet = packet;
    this.#options = options;
    this.isConnect = poll.isConnect;
    this.#holdMs = poll.holdMs;
  }

  run(deadlineMs: number, onOver: () => void): void {
    this.#onOver = onOver;
    this.#setDeadline(deadlineMs);
    const sentAtMs = this.#options.clock.monotonicMs();
    this.#exchange(sentAtMs).catch((cause: unknown) => {
      const failure = cause instanceof HttpFailure ? cause : new HttpFailure('other', false, cause);
      this.#noteCut(sentAtMs);
      this.fail(troubleFromFailure(failure));
    });
  }

  abort(): void {
    this.fail(streamProblem('noAnswer', 'tryAgain'));
  }

  fail(found: StreamRequestError['streamProblem']): void {
    this.#finish(() => {
      this.#packet.onError(found.reason, new StreamRequestError(found));
    });
  }

  silence(): void {
    this.#isOver = true;
    this.#release();
  }

  async #exchange(sentAtMs: number): Promise<void> {
    const { http, headers, captureFrom, clock, hold, onAnswered } = this.#options;
    const response = await http.send({
      method: 'POST',
      url: this.#packet.url,
      headers: { Accept: 'application/json', 'Content-Type': 'application/json;charset=UTF-8', ...headers() },
      body: this.#packet.body,
      // A poll that arrives twice gets the same messages twice, acknowledged by number.
      mayRepeat: true,
      signal: this.#controller.signal,
    });
    if (this.#hasEnded()) return;
    this.#setDeadline(bodyGraceMs);
    const text = await response.text();
    if (this.#hasEnded()) return;
    this.status = response.status;
    captureFrom(response);
    const classified = readResponse(response, text, clock.now());
    const messages = classified.kind === 'ok' ? readBayeuxMessages(classified.body) : null;
    if (messages === null) {
      const found = streamProblemFromResponse(classified);
      if (found.isAnswered) onAnswered();
      else this.#noteCut(sentAtMs);
      this.fail(found);
      return;
    }
    onAnswered();
    if (this.isConnect) hold.answered(clock.monotonicMs() - sentAtMs);
    this.#finish(() => {
      this.#packet.onSuccess(messages);
    });
  }

  /** A poll abandoned on purpose is not a cut, and our own deadline was already noted. */
  #noteCut(sentAtMs: number): void {
    if (this.#isOver || !this.isConnect) return;
    this.#options.hold.cut(this.#options.clock.monotonicMs() - sentAtMs, this.#holdMs);
  }

  /** Evaluated again after every await: a deadline or the library may have ended it. */
  #hasEnded(): boolean {
    return this.#isOver;
  }

  #setDeadline(ms: number): void {
    this.#cancelDeadline();
    this.#cancelDeadline = this.#options.clock.after(ms, () => {
      if (this.isConnect) this.#options.hold.overdue(this.#holdMs);
      this.abort();
    });
  }

  /** Complete inside `run`, where the library finds its `window`, and never synchronously within its `send`. */
  #finish(notify: () => void): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#release();
    this.#options.door.run(notify);
  }

  #release(): void {
    this.#cancelDeadline();
    this.#onOver();
    this.#controller.abort();
  }
}

import { systemClock } from '../../../main/base/clock';
import type { Http, HttpResponse } from '../../../main/gws/http-port';
import { createCsrfToken } from '../../../main/gws/session/csrf-token';
import type { RenewalOutcome } from '../../../main/gws/session/session-renewal';
import { StreamManager, type StreamListener } from '../../../main/gws/stream/stream-manager';
import type { StreamProblem } from '../../../main/gws/stream/stream-problem';
import { NodeHttp } from '../node-http';
import { QuietLog } from './quiet-log';

/** A session that always exists and can be renewed on request. */
class StandingSession {
  readonly #token = createCsrfToken();
  number = 1;
  renewals = 0;
  streamHeaders(): Readonly<Record<string, string>> {
    return this.#token.headers();
  }
  captureFrom(response: Pick<HttpResponse, 'header'>): void {
    this.#token.capture(response);
  }
  renew(): Promise<RenewalOutcome> {
    this.renewals += 1;
    this.number += 1;
    return Promise.resolve('renewed');
  }
  refreshToken(): Promise<boolean> {
    return Promise.resolve(true);
  }
  streamLost(): void {}
  onLoginPage(): boolean {
    return false;
  }
}

/** The stream alone over real sockets, with all its reports. */
export class StreamBench implements StreamListener {
  readonly http: Http;
  readonly session = new StandingSession();
  readonly log = new QuietLog();
  readonly stream: StreamManager;
  readonly received: unknown[] = [];
  readonly troubles: StreamProblem[] = [];
  /** What the stream waits after a successful poll. */
  pollPauseMs = 0;
  subscriptions = 0;
  polls = 0;
  stumbleAt: unknown = undefined;

  constructor(url: string, { http = new NodeHttp(), pollHoldMs = 100 }: { http?: Http; pollHoldMs?: number } = {}) {
    this.http = http;
    this.stream = new StreamManager({
      url,
      channels: ['/v2/me/chats'],
      pollHoldMs,
      pollPauseMs: () => this.pollPauseMs,
      http,
      clock: systemClock,
      random: () => 0.2,
      log: this.log.for('stream'),
      session: this.session,
      listener: this,
    });
  }

  onSubscribed(): void {
    this.subscriptions += 1;
  }

  onPoll(): void {
    this.polls += 1;
  }

  onInterrupted(trouble: StreamProblem): void {
    this.troubles.push(trouble);
  }

  onMessages(messages: readonly unknown[]): void {
    this.received.push(...messages);
    if (this.stumbleAt !== undefined && messages.includes(this.stumbleAt)) {
      this.stumbleAt = undefined;
      throw new Error('the listener failed');
    }
  }

  async close(): Promise<void> {
    await this.stream.stop();
    await this.http.forget();
  }
}

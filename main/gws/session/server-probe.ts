import type { Result } from '../../../preload/contract';
import type { Clock } from '../../base/clock';
import type { Random } from '../../base/random';
import { succeed } from '../../base/result';
import type { ServerProbe } from '../../connection-check/ports';
import type { Http } from '../http-port';
import { RequestBudget } from '../requests/request-budget';
import { ApiClient } from './api-client';
import { isLoginPage, isOfServer, toResult } from './api-outcome';
import { readServerVersion } from './server-version';

export interface ServerProbeOptions {
  readonly baseUrl: string;
  /** Own port: the cookies of a session are never sent with it. */
  readonly http: Http;
  readonly clock: Clock;
  readonly random: Random;
}

/** Asks one server what it is, as a sign-in does before it sends credentials, which it never has. */
export class HttpServerProbe implements ServerProbe {
  readonly #http: Http;
  readonly #sender: ApiClient;

  constructor({ baseUrl, http, clock, random }: ServerProbeOptions) {
    this.#http = http;
    this.#sender = new ApiClient({
      baseUrl,
      http,
      clock,
      budget: new RequestBudget(clock, random),
      onDate: () => undefined,
    });
  }

  version(): Promise<Result<string | null>> {
    return readServerVersion(this.#sender);
  }

  /** `page`: a page for people answers in place of the account. */
  async signInMethod(): Promise<Result<'password' | 'page'>> {
    const outcome = await this.#sender.readMe(false);
    if (isLoginPage(outcome)) return succeed('page');
    if (isOfServer(outcome)) return succeed('password');
    const result = toResult(outcome, { method: 'GET', path: '/me' });
    return result.ok ? succeed('password') : result;
  }

  close(): Promise<void> {
    return this.#http.forget();
  }
}

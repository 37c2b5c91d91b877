import type { Clock } from '../../base/clock';
import { HttpFailure, type Http, type HttpResponse } from '../http-port';

export interface ExchangeRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly timeoutMs: number;
}

export interface ExchangeResult {
  readonly response: HttpResponse;
  readonly text: string;
}

/**
 * Sends one request and reads the whole response within one deadline, so that a silent or slow server cannot block a
 * caller. Rejects with `HttpFailure` only.
 */
export async function exchange(http: Http, clock: Clock, request: ExchangeRequest): Promise<ExchangeResult> {
  const { timeoutMs, ...rest } = request;
  const controller = new AbortController();
  let cancel = (): void => undefined;
  const deadline = new Promise<never>((_resolve, reject) => {
    cancel = clock.after(timeoutMs, () => {
      reject(new HttpFailure('timeout', false));
      controller.abort();
    });
  });
  try {
    return await Promise.race([send(http, { ...rest, signal: controller.signal }), deadline]);
  } catch (cause) {
    throw cause instanceof HttpFailure ? cause : new HttpFailure('other', false, cause);
  } finally {
    cancel();
  }
}

async function send(http: Http, request: Parameters<Http['send']>[0]): Promise<ExchangeResult> {
  const response = await http.send(request);
  return { response, text: await response.text() };
}

import { HttpFailure, type Http, type HttpRequest, type HttpResponse } from '../../../main/gws/http-port';
import type { Clock } from '../../../main/base/clock';
import { origin, type VirtualFloor } from '../../faults/world/virtual-floor';
import type { Outgoing } from './allowed-reads';

const latencyMs = 20;

/** The console's only way out, which writes down everything that takes it before the server sees it. */
export class RecordedHttp implements Http {
  readonly #floor: VirtualFloor;
  readonly #clock: Clock;
  readonly #record: (one: Outgoing) => void;
  readonly #jar = new Map<string, string>();

  constructor(options: { floor: VirtualFloor; clock: Clock; record: (one: Outgoing) => void }) {
    this.#floor = options.floor;
    this.#clock = options.clock;
    this.#record = options.record;
  }

  forget(): Promise<void> {
    this.#jar.clear();
    return Promise.resolve();
  }

  async send(request: HttpRequest): Promise<HttpResponse> {
    const path = request.url.startsWith(`${origin}/api/v2`)
      ? request.url.slice(`${origin}/api/v2`.length)
      : request.url;
    for (const one of outgoing(request, path)) this.#record(one);
    const hungUp = new AbortController();
    const ended = new Promise<never>((_resolve, reject) => {
      request.signal?.addEventListener('abort', () => {
        hungUp.abort();
        reject(new HttpFailure('aborted', false));
      });
    });
    return Promise.race([this.#exchange(request, path, hungUp.signal), ended]);
  }

  async #exchange(request: HttpRequest, path: string, hungUp: AbortSignal): Promise<HttpResponse> {
    await this.#wait();
    const cookie = [...this.#jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value]),
    );
    const answer = await this.#floor.receive(
      {
        method: request.method,
        path,
        headers: { ...headers, ...(cookie === '' ? {} : { cookie }) },
        body: request.body,
      },
      hungUp,
    );
    await this.#wait();
    const [name, value] = answer.headers['set-cookie']?.split('=') ?? [];
    if (name !== undefined && value !== undefined) this.#jar.set(name, value);
    return {
      status: answer.status,
      header: (wanted) => answer.headers[wanted.toLowerCase()] ?? null,
      text: () => Promise.resolve(answer.text),
    };
  }

  #wait(): Promise<void> {
    return new Promise((resolve) => this.#clock.after(latencyMs, resolve));
  }
}

/** A request as what it does: one entry for each Bayeux message, or for its operation. */
function outgoing({ method, body }: HttpRequest, path: string): readonly Outgoing[] {
  const parsed: unknown = body === null || body === '' ? null : JSON.parse(body);
  const parts = Array.isArray(parsed) ? (parsed as unknown[]) : [parsed];
  return parts.map((part) => ({ method, path, operation: operationIn(part) }));
}

function operationIn(part: unknown): string | null {
  if (typeof part !== 'object' || part === null) return null;
  const { operationName, channel } = part as Readonly<Record<string, unknown>>;
  const name = operationName ?? channel;
  // A body that says neither is something else, and is on no list.
  return typeof name === 'string' ? name : 'unnamed body';
}

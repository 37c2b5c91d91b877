import type { HttpRequest, HttpResponse } from '../../../main/gws/http-port';
import type { WireAnswer } from './virtual-endpoint';
import { origin, type VirtualFloor } from './virtual-floor';

/** The console's network without faults: a cookie jar, and requests as the server reads them. */
export class FloorLine {
  readonly #floor: VirtualFloor;
  readonly #jar = new Map<string, string>();

  constructor(floor: VirtualFloor) {
    this.#floor = floor;
  }

  forget(): void {
    this.#jar.clear();
  }

  async carry(request: HttpRequest, hungUp: AbortSignal): Promise<WireAnswer> {
    const cookie = [...this.#jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value]),
    );
    const path = request.url.slice(`${origin}/api/v2`.length);
    return this.#floor.receive(
      { method: request.method, path, headers: { ...headers, cookie }, body: request.body },
      hungUp,
    );
  }

  /** Stores the cookies of a response. */
  arrive(answer: WireAnswer): HttpResponse {
    const [name, value] = answer.headers['set-cookie']?.split('=') ?? [];
    if (name !== undefined && value !== undefined) this.#jar.set(name, value);
    return responseOf(answer);
  }
}

export function responseOf(answer: WireAnswer): HttpResponse {
  return {
    status: answer.status,
    header: (name) => answer.headers[name.toLowerCase()] ?? null,
    text: () => Promise.resolve(answer.text),
  };
}

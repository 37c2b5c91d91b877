import { HttpFailure, type Http, type HttpRequest, type HttpResponse } from '../../../main/gws/http-port';
import type { Chance } from './chance';
import { FloorLine, responseOf } from './floor-line';
import type { SimClock } from './sim-clock';
import type { VirtualFloor } from './virtual-floor';

/** How requests fail during an outage, and what the server forgets. */
export interface OutageKind {
  readonly name: string;
  readonly request: 'refused' | 'hangs' | { readonly status: number; readonly afterMs: number };
  readonly forgets: 'nothing' | 'stream' | 'everything';
}

export const outageKinds: readonly OutageKind[] = [
  { name: 'process gone', request: 'refused', forgets: 'everything' },
  { name: 'refused', request: 'refused', forgets: 'nothing' },
  { name: 'black hole', request: 'hangs', forgets: 'nothing' },
  { name: '502 from a proxy', request: { status: 502, afterMs: 0 }, forgets: 'nothing' },
  { name: '504 from a proxy', request: { status: 504, afterMs: 3_000 }, forgets: 'nothing' },
  { name: 'restarted behind a proxy', request: { status: 502, afterMs: 0 }, forgets: 'everything' },
  { name: 'unknown client', request: { status: 503, afterMs: 0 }, forgets: 'stream' },
  { name: 'unknown client after a black hole', request: 'hangs', forgets: 'stream' },
];

const portalPage = '<html><body>The server is not available.</body></html>';

/** Network between one console and one server, which can fail and recover. */
export class OutageHttp implements Http {
  /** True time at which the server's own response first arrived after the outage; `null` before. */
  firstGoodAt: number | null = null;
  readonly #clock: SimClock;
  readonly #chance: Chance;
  readonly #line: FloorLine;
  readonly #floor: VirtualFloor;
  readonly #underWay = new Set<() => void>();
  #outage: OutageKind | null = null;

  constructor(clock: SimClock, floor: VirtualFloor, chance: Chance) {
    this.#clock = clock;
    this.#floor = floor;
    this.#chance = chance;
    this.#line = new FloorLine(floor);
  }

  forget(): Promise<void> {
    this.#line.forget();
    return Promise.resolve();
  }

  /** Requests in flight fail like those that follow. */
  begin(outage: OutageKind): void {
    this.#outage = outage;
    this.firstGoodAt = null;
    if (outage.forgets === 'everything') this.#floor.sessions.forgetAll();
    if (outage.forgets !== 'nothing') this.#floor.bayeux.forgetSessions();
    for (const strike of [...this.#underWay]) strike();
  }

  end(): void {
    this.#outage = null;
  }

  send(request: HttpRequest): Promise<HttpResponse> {
    return new Promise((resolve, reject) => {
      const hungUp = new AbortController();
      const settle = (work: () => void): void => {
        if (!this.#underWay.delete(strike)) return;
        work();
      };
      const fail = (kind: 'aborted' | 'reset' | 'refused'): void => {
        settle(() => {
          hungUp.abort();
          reject(new HttpFailure(kind, kind === 'refused'));
        });
      };
      let isLost = false;
      const strike = (): void => {
        const what = this.#outage?.request;
        isLost = true;
        if (what === 'hangs' || what === undefined) return;
        if (what === 'refused') {
          fail('reset');
          return;
        }
        this.#clock.client.after(what.afterMs, () => settle(() => resolve(proxyPage(what.status))));
      };
      this.#underWay.add(strike);
      request.signal?.addEventListener('abort', () => fail('aborted'));
      if (this.#outage !== null) {
        if (this.#outage.request === 'refused') this.#clock.client.after(1, () => fail('refused'));
        else strike();
        return;
      }
      const exchange = async (): Promise<void> => {
        const answer = await this.#line.carry(request, hungUp.signal);
        if (isLost) return;
        settle(() => {
          this.firstGoodAt ??= this.#clock.trueMs;
          resolve(this.#line.arrive(answer));
        });
      };
      this.#clock.client.after(this.#chance.between(2, 40), () => void exchange().catch(reject));
    });
  }
}

function proxyPage(status: number): HttpResponse {
  return responseOf({ status, headers: { 'content-type': 'text/html' }, text: portalPage });
}

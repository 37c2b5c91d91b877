import { createGenesys, type Genesys } from '../../../main/gws/genesys';
import { HttpFailure, type Http, type HttpRequest, type HttpResponse } from '../../../main/gws/http-port';
import { FakeGws } from './fake-gws';
import { SigningInBench } from './signing-in-bench';

/** One client's HTTP: finds the server by the host, and remembers whom it spoke to. */
class SitesHttp implements Http {
  readonly hosts = new Set<string>();
  readonly #serverOf: (host: string) => FakeGws | undefined;

  constructor(serverOf: (host: string) => FakeGws | undefined) {
    this.#serverOf = serverOf;
  }

  send(request: HttpRequest): Promise<HttpResponse> {
    const { host } = new URL(request.url);
    this.hosts.add(host);
    const server = this.#serverOf(host);
    return server === undefined ? Promise.reject(new HttpFailure('dns', true)) : server.send(request);
  }

  async forget(): Promise<void> {
    for (const host of this.hosts) await this.#serverOf(host)?.forget();
  }
}

/** The vendor module with three addresses of one contact centre, each a fake server, and time in the test's hands. */
export class FakeSites extends SigningInBench {
  readonly first = new FakeGws(this.clock);
  readonly second = new FakeGws(this.clock);
  readonly third = new FakeGws(this.clock);
  readonly https: SitesHttp[] = [];
  readonly genesys: Genesys;

  constructor(otherUrls: readonly string[] = ['https://second.test', 'https://third.test']) {
    super();
    const servers: Readonly<Record<string, FakeGws>> = {
      'first.test': this.first,
      'second.test': this.second,
      'third.test': this.third,
    };
    this.genesys = createGenesys({
      baseUrl: 'https://first.test',
      otherUrls,
      nickname: '',
      openHttp: () => {
        const http = new SitesHttp((host) => servers[host]);
        this.https.push(http);
        return http;
      },
      clock: this.clock,
      random: () => this.chance,
      newId: () => 'id',
      log: this.log.for,
      sink: this.sink,
    });
  }

  /** What each client's HTTP spoke to: one host each, or cookies could meet. */
  get hostsOfEachHttp(): readonly (readonly string[])[] {
    return this.https.map(({ hosts }) => [...hosts]);
  }

  /** Whatever is asked of this server ends like this. */
  break(
    server: FakeGws,
    fault: Parameters<FakeGws['trap']>[1] = { failure: 'refused', isCertainlyNotSent: true },
  ): void {
    server.trapWhere(() => true, fault, Number.POSITIVE_INFINITY);
    server.bayeux.wakePolls();
  }
}

import { createGenesys, type Genesys } from '../../../main/gws/genesys';
import { HttpFailure, type Http, type HttpRequest, type HttpResponse } from '../../../main/gws/http-port';
import { VirtualClock } from '../virtual-clock';
import { credentials } from './fake-console';
import { FakeGws } from './fake-gws';
import { MemorySink } from './memory-sink';
import { QuietLog } from './quiet-log';

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

/** The vendor room with three addresses of one contact centre, each a fake server, and time in the test's hands. */
export class FakeSites {
  readonly clock = new VirtualClock();
  readonly sink = new MemorySink();
  readonly log = new QuietLog();
  readonly first = new FakeGws(this.clock);
  readonly second = new FakeGws(this.clock);
  readonly third = new FakeGws(this.clock);
  readonly https: SitesHttp[] = [];
  readonly genesys: Genesys;
  chance = 0.5;

  constructor(otherUrls: readonly string[] = ['https://second.test', 'https://third.test']) {
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
      mediumOf: () => 'chat',
      sink: this.sink,
    });
  }

  /** What each client's HTTP spoke to: one host each, or cookies could meet. */
  get hostsOfEachHttp(): readonly (readonly string[])[] {
    return this.https.map(({ hosts }) => [...hosts]);
  }

  async signIn(): Promise<Awaited<ReturnType<Genesys['signIn']>>> {
    const signingIn = this.genesys.signIn(credentials);
    await this.pass(0);
    return signingIn;
  }

  async goLive(): Promise<void> {
    const result = await this.signIn();
    if (!result.ok) throw new Error(`sign-in failed: ${result.error.code}`);
    await this.pass(100);
    if (!this.sink.isLive) throw new Error(`not live: ${this.sink.phases.join(', ')}`);
  }

  /** Whatever is asked of this server ends like this. */
  break(
    server: FakeGws,
    fault: Parameters<FakeGws['trap']>[1] = { failure: 'refused', isCertainlyNotSent: true },
  ): void {
    server.trapWhere(() => true, fault, Number.POSITIVE_INFINITY);
    server.bayeux.wakePolls();
  }

  pass(milliseconds: number): Promise<void> {
    return this.clock.advanceSettled(milliseconds);
  }
}

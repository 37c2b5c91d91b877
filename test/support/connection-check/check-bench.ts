import { ConnectionCheck } from '../../../main/connection-check/connection-check';
import type { NetworkLookup } from '../../../main/connection-check/ports';
import type { Http } from '../../../main/gws/http-port';
import { parseServerAddress } from '../../../main/gws/session/address';
import { HttpServerProbe } from '../../../main/gws/session/server-probe';
import type { CheckStep, ConnectionCheckState } from '../../../preload/contract';
import { FakeConsole } from '../gws/fake-console';

/** The network of a computer: the hosts it knows, and its proxy. */
export class FakeNetwork implements NetworkLookup {
  readonly knownHosts = new Set(['gws.test']);
  proxy: string | null = null;
  /** A PAC file on a server that never answers. */
  isProxyLookupStuck = false;
  /** A resolver that does not answer. */
  isNameLookupStuck = false;

  addressCount(host: string): Promise<number> {
    return this.isNameLookupStuck ? new Promise(() => undefined) : Promise.resolve(this.knownHosts.has(host) ? 1 : 0);
  }

  proxyFor(): Promise<string | null> {
    return this.isProxyLookupStuck ? new Promise(() => undefined) : Promise.resolve(this.proxy);
  }
}

/** A console with a connection check, at a server in memory. */
export class CheckBench extends FakeConsole {
  readonly network = new FakeNetwork();
  readonly states: ConnectionCheckState[] = [];
  probesClosed = 0;
  readonly check = new ConnectionCheck({
    network: this.network,
    openProbe: (baseUrl) =>
      new HttpServerProbe({ baseUrl, http: this.#probeHttp(), clock: this.clock, random: () => this.chance }),
    link: () => this.genesys.checked(),
    readAddress: parseServerAddress,
    clock: this.clock,
    log: this.log.for('check'),
    onChange: (state) => {
      this.states.push(state);
    },
  });

  /** Runs a check for this long, and returns how each step ended. */
  async run(passMs = 0, typed = 'https://gws.test'): Promise<Record<CheckStep, string>> {
    const started = this.check.start(typed);
    if (!started.ok) throw new Error(`the check begins: ${started.error.code}`);
    await this.pass(passMs);
    return this.ends();
  }

  /** Each step as one word: its finding, its problem or why it was not tried. */
  ends(): Record<CheckStep, string> {
    const results = Object.entries(this.check.state?.results ?? {});
    return Object.fromEntries(
      results.map(([step, result]) => {
        if (result.is === 'passed') return [step, result.finding];
        if (result.is === 'notTried') return [step, `not tried: ${result.why}`];
        if (result.is !== 'failed') return [step, result.is];
        const { problem } = result;
        return [step, `failed: ${problem.kind === 'error' ? problem.error.code : problem.reason}`];
      }),
    ) as Record<CheckStep, string>;
  }

  /** A probe has cookies of its own, so closing it forgets none of the session's. */
  #probeHttp(): Http {
    return {
      send: (request) => this.server.send(request),
      forget: () => {
        this.probesClosed += 1;
        return Promise.resolve();
      },
    };
  }
}

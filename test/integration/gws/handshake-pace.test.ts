import { afterEach, expect, it } from 'vitest';
import type { Http, HttpRequest, HttpResponse } from '../../../main/gws/http-port';
import { BayeuxRig } from '../../support/gws/bayeux-rig';
import { StreamBench } from '../../support/gws/stream-bench';
import { NodeHttp } from '../../support/node-http';
import { until } from '../../support/until';

/** An adapter that loses every cookie, which makes the library alone handshake hundreds of times a second. */
class ForgetfulHttp implements Http {
  readonly #inner = new NodeHttp();
  async send(request: HttpRequest): Promise<HttpResponse> {
    await this.#inner.forget();
    return this.#inner.send(request);
  }
  forget(): Promise<void> {
    return this.#inner.forget();
  }
}

let rig: BayeuxRig;
let bench: StreamBench;
afterEach(async () => {
  await bench.close();
  await rig.close();
});

it('limits the rate of handshakes without a successful poll, whatever the advised interval', async () => {
  rig = await BayeuxRig.open();
  bench = new StreamBench(rig.url, { http: new ForgetfulHttp() });
  const began = performance.now();
  bench.stream.start();
  await until('five handshakes', () => rig.countOf('/meta/handshake') >= 5, 30_000);
  const tookMs = performance.now() - began;
  expect(tookMs).toBeGreaterThan(1_000);
  expect(bench.polls).toBe(0);
}, 40_000);

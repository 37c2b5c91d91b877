import { createGenesys, type Genesys } from '../../../main/gws/genesys';
import { FakeGws } from './fake-gws';
import { SigningInBench } from './signing-in-bench';

/** The vendor module at a fake server, with time in the test's hands. */
export class FakeConsole extends SigningInBench {
  readonly server = new FakeGws(this.clock);
  readonly genesys: Genesys;

  constructor(baseUrl = 'https://gws.test') {
    super();
    let ids = 0;
    this.genesys = createGenesys({
      baseUrl,
      nickname: '',
      openHttp: () => this.server,
      clock: this.clock,
      random: () => this.chance,
      newId: () => `id-${(ids += 1)}`,
      log: this.log.for,
      sink: this.sink,
    });
  }
}

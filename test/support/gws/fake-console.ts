import { createGenesys, type Genesys } from '../../../main/gws/genesys';
import { VirtualClock } from '../virtual-clock';
import { FakeGws } from './fake-gws';
import { MemorySink } from './memory-sink';
import { QuietLog } from './quiet-log';

export const credentials = { userName: 'sam', password: 'secret' };

/** The vendor room at a fake server, with time in the test's hands. */
export class FakeConsole {
  readonly clock = new VirtualClock();
  readonly server = new FakeGws(this.clock);
  readonly sink = new MemorySink();
  readonly log = new QuietLog();
  readonly genesys: Genesys;
  chance = 0.5;

  constructor(baseUrl = 'https://gws.test') {
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
      mediumOf: () => 'chat',
    });
  }

  async signIn(): Promise<Awaited<ReturnType<Genesys['signIn']>>> {
    const signingIn = this.genesys.signIn(credentials);
    await this.clock.advanceSettled(0);
    return signingIn;
  }

  async goLive(): Promise<void> {
    const result = await this.signIn();
    if (!result.ok) throw new Error(`sign-in failed: ${result.error.code}`);
    await this.pass(100);
    if (!this.sink.isLive) throw new Error(`not live: ${this.sink.phases.join(', ')}`);
  }

  /** Time goes by. */
  pass(milliseconds: number): Promise<void> {
    return this.clock.advanceSettled(milliseconds);
  }
}

import type { Genesys } from '../../../main/gws/genesys';
import type { SignInMethod } from '../../../main/gws/session/credentials';
import { VirtualClock } from '../virtual-clock';
import { MemorySink } from './memory-sink';
import { QuietLog } from './quiet-log';

export const credentials = { userName: 'sam', password: 'secret' };

/** The vendor module with time, chance and its floor in the hands of a test. Subclasses add the server. */
export abstract class SigningInBench {
  readonly clock = new VirtualClock();
  readonly sink = new MemorySink();
  readonly log = new QuietLog();
  abstract readonly genesys: Genesys;
  chance = 0.5;

  async signIn(method: SignInMethod = credentials): Promise<Awaited<ReturnType<Genesys['signIn']>>> {
    const signingIn = this.genesys.signIn(method);
    await this.pass(0);
    return signingIn;
  }

  async goLive(method: SignInMethod = credentials): Promise<this> {
    const result = await this.signIn(method);
    if (!result.ok) throw new Error(`sign-in failed: ${result.error.code}`);
    await this.pass(100);
    if (!this.sink.isLive) throw new Error(`not live: ${this.sink.phases.join(', ')}`);
    return this;
  }

  /** Time goes by. */
  pass(milliseconds: number): Promise<void> {
    return this.clock.advanceSettled(milliseconds);
  }
}

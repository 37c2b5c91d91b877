import type { ConnectionReason, ConnectionState, FloorChange } from '../../preload/contract';
import type { Clock } from '../base/clock';

/** A state of the connection and since when (epoch milliseconds) it was shown. */
export interface ConnectionMoment {
  readonly at: number;
  readonly phase: ConnectionState['phase'];
  readonly reason: ConnectionReason;
}

const keptMoments = 60;

/** The last states of the connection, as the supervisor saw them. Ages and attempts within a state are left out. */
export class ConnectionHistory {
  readonly #clock: Clock;
  readonly #moments: ConnectionMoment[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Oldest first. */
  get moments(): readonly ConnectionMoment[] {
    return this.#moments;
  }

  applyChanges(changes: readonly FloorChange[]): void {
    for (const change of changes) {
      if (change.type !== 'connectionChanged') continue;
      const { phase, reason } = change.connection;
      const last = this.#moments.at(-1);
      if (last?.phase === phase && last.reason === reason) continue;
      this.#moments.push({ at: this.#clock.now(), phase, reason });
      if (this.#moments.length > keptMoments) this.#moments.shift();
    }
  }
}

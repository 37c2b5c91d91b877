import type { ChatAttention } from '../../preload/contract';
import type { Clock } from '../base/clock';
import { needsYouKey } from './chat-alert';
import type { UnflushedFile } from './unflushed-file';

/** A stored value that survives the end of the program, however sudden. */
export type RaisedAlertsFile = Pick<UnflushedFile, 'read' | 'prepare'>;

/** Milliseconds after which the stored alerts are about another shift. */
const maxAgeMs = 12 * 60 * 60_000;
const maxStored = 2_000;

/**
 * Remembers over a restart which hot reasons a supervisor was already alerted to, so that the next sign-in repeats none
 * and misses none. It stores ids of chats and names of rules.
 */
export class RaisedAlerts {
  readonly #file: RaisedAlertsFile;
  readonly #clock: Clock;
  #stored = '';

  constructor(file: RaisedAlertsFile, clock: Clock) {
    this.#file = file;
    this.#clock = clock;
  }

  /** Returns what an earlier run of this supervisor stored; `null` if there is none of this shift. */
  before(userName: string): ReadonlySet<string> | null {
    const stored = this.#file.read();
    if (typeof stored !== 'object' || stored === null) return null;
    const [owner, at, keys] = ['userName', 'at', 'keys'].map((name): unknown => Reflect.get(stored, name));
    if (owner !== userName || typeof at !== 'number' || !Array.isArray(keys)) return null;
    return Math.abs(this.#clock.now() - at) > maxAgeMs ? null : new Set(keys.filter((key) => typeof key === 'string'));
  }

  /**
   * `unseen`: alerts of the last run that may still appear. The returned function stores all of it in an instant and is
   * called right after the alerts are shown: a program that is killed before it leaves them to the next run.
   */
  prepare(userName: string, attention: readonly ChatAttention[], unseen: ReadonlySet<string>): () => void {
    const hot = attention.flatMap(({ chatId, reasons }) =>
      reasons.filter(({ severity }) => severity === 'hot').map(({ rule }) => needsYouKey(chatId, rule)),
    );
    const keys = [...hot.sort(), ...unseen].slice(0, maxStored);
    const written = JSON.stringify([userName, keys]);
    if (written === this.#stored) return () => undefined;
    const store = this.#file.prepare({ userName, keys, at: this.#clock.now() });
    return () => {
      this.#stored = written;
      store();
    };
  }
}

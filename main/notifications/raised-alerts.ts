import type { ChatAttention } from '../../preload/contract';
import type { Clock, Disposer } from '../base/clock';
import { needsYouKey } from './chat-alert';

/** A stored value that survives a restart. */
export interface RaisedAlertsFile {
  read(): unknown;
  write(value: unknown): void;
}

/** Milliseconds between two writes; a crash repeats at most what was raised in this time. */
const minGapMs = 500;
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
  #waiting: { readonly userName: string; readonly keys: readonly string[] } | null = null;
  #timer: Disposer | null = null;

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

  /** `unseen`: alerts of the last run that may still appear. */
  store(userName: string, attention: readonly ChatAttention[], unseen: ReadonlySet<string>): void {
    const hot = attention.flatMap(({ chatId, reasons }) =>
      reasons.filter(({ severity }) => severity === 'hot').map(({ rule }) => needsYouKey(chatId, rule)),
    );
    const keys = [...hot.sort(), ...unseen].slice(0, maxStored);
    const written = JSON.stringify([userName, keys]);
    if (written === this.#stored) return;
    this.#stored = written;
    this.#waiting = { userName, keys };
    if (this.#timer === null) this.#write();
  }

  flush(): void {
    this.#timer?.();
    this.#write();
    this.#timer?.();
    this.#timer = null;
  }

  #write(): void {
    const waiting = this.#waiting;
    this.#timer = null;
    if (waiting === null) return;
    this.#waiting = null;
    this.#file.write({ ...waiting, at: this.#clock.now() });
    this.#timer = this.#clock.after(minGapMs, () => {
      this.#write();
    });
  }
}

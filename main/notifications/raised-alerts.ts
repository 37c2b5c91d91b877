import type { ChatAttention } from '../../preload/contract';
import type { Clock, Disposer } from '../base/clock';
import { needsYouKey } from './chat-alert';

/** A stored value that survives a restart. */
export interface RaisedAlertsFile {
  read(): unknown;
  write(value: unknown): void;
}

/** Milliseconds between two writes of new alerts: in a storm they share one. */
const minGapMs = 100;
/** Milliseconds after which the end of a reason is stored. */
const endGapMs = 500;
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
  #stored: { readonly userName: string; readonly keys: ReadonlySet<string> } | null = null;
  #waiting: { readonly userName: string; readonly keys: readonly string[]; readonly writtenAt: number } | null = null;
  #lastNewAt = -Infinity;
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

  /**
   * `unseen`: alerts of the last run that may still appear. Returns when every alert is in the file, in epoch
   * milliseconds; `null` if it already is. An alert must not be shown earlier, or the next run would repeat it after a crash.
   */
  store(userName: string, attention: readonly ChatAttention[], unseen: ReadonlySet<string>): number | null {
    const hot = attention.flatMap(({ chatId, reasons }) =>
      reasons.filter(({ severity }) => severity === 'hot').map(({ rule }) => needsYouKey(chatId, rule)),
    );
    const keys = [...hot.sort(), ...unseen].slice(0, maxStored);
    const stored = this.#stored?.userName === userName ? this.#stored.keys : null;
    const hasNew = keys.some((key) => stored?.has(key) !== true);
    if (!hasNew && keys.length === stored?.size) {
      this.#waiting = null;
      return null;
    }
    const now = this.#clock.now();
    const nextAt = hasNew ? Math.max(now, this.#lastNewAt + minGapMs) : now + endGapMs;
    const writtenAt = Math.min(this.#waiting?.writtenAt ?? Infinity, nextAt);
    this.#waiting = { userName, keys, writtenAt };
    this.#timer?.();
    this.#timer = null;
    if (hasNew) this.#lastNewAt = writtenAt;
    if (writtenAt <= now) {
      this.#write();
      return null;
    }
    this.#timer = this.#clock.after(writtenAt - now, () => {
      this.#write();
    });
    return hasNew ? writtenAt : null;
  }

  flush(): void {
    this.#timer?.();
    this.#write();
  }

  #write(): void {
    const waiting = this.#waiting;
    this.#timer = null;
    if (waiting === null) return;
    this.#waiting = null;
    const { userName, keys } = waiting;
    this.#stored = { userName, keys: new Set(keys) };
    this.#file.write({ userName, keys, at: this.#clock.now() });
  }
}

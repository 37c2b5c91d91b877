import type { RaisedAlertsFile } from '../../../main/notifications/raised-alerts';
import type { KeyValueStore } from '../../../main/session/sign-in-memory';

/** The settings file and the file of the raised alerts as their texts, so that their sizes can be read. The disk can be full. */
export class KeptFile implements KeyValueStore {
  isFull = false;
  refusedWrites = 0;
  raisedAlerts = '';
  readonly #values = new Map<string, string>();

  get bytes(): number {
    return [...this.#values].reduce((sum, [name, text]) => sum + name.length + text.length, 0);
  }

  /** The names and values, in the order of their names. */
  get content(): readonly (readonly [string, string])[] {
    return [...this.#values].toSorted(([one], [other]) => (one < other ? -1 : 1));
  }

  read(name: string): unknown {
    const text = this.#values.get(name);
    return text === undefined ? undefined : JSON.parse(text);
  }

  write(name: string, value: unknown): boolean {
    if (this.#isRefused()) return false;
    this.#values.set(name, JSON.stringify(value));
    return true;
  }

  remove(name: string): boolean {
    if (this.#isRefused()) return false;
    this.#values.delete(name);
    return true;
  }

  readonly raisedFile: RaisedAlertsFile = {
    read: () => (this.raisedAlerts === '' ? undefined : (JSON.parse(this.raisedAlerts) as unknown)),
    prepare: (value) => {
      const text = JSON.stringify(value);
      return () => {
        if (!this.#isRefused()) this.raisedAlerts = text;
      };
    },
  };

  #isRefused(): boolean {
    if (this.isFull) this.refusedWrites += 1;
    return this.isFull;
  }
}

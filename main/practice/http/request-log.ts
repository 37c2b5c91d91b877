/** One request of a console: a REST request, or one Bayeux message inside a request. */
export interface LoggedRequest {
  readonly at: number;
  readonly method: string;
  readonly path: string;
  /** The `operationName`, or the Bayeux channel. */
  readonly operation: string | null;
  readonly sessionId: string | null;
  readonly userName: string | null;
}

const KEPT = 20_000;

export class RequestLog {
  #entries: LoggedRequest[] = [];

  add(entry: LoggedRequest): void {
    this.#entries.push(entry);
    if (this.#entries.length > KEPT) this.#entries.splice(0, this.#entries.length - KEPT);
  }

  all(): readonly LoggedRequest[] {
    return [...this.#entries];
  }

  clear(): void {
    this.#entries = [];
  }
}

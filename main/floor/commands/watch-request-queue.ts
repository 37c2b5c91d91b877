/**
 * Runs one watch request per agent at a time. The server keeps the request it executed last, so two concurrent ones (a
 * command and a renewal) could leave it with the watch that is not listed.
 */
export class WatchRequestQueue {
  /** Incremented when a server session replaces a lost one. */
  sessionNumber = 0;
  readonly #last = new Map<string, Promise<unknown>>();

  /** Runs `work` at once if no request for this agent is pending, otherwise after it. */
  async enqueue<T>(agentId: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(agentId);
    const own = before === undefined ? work() : before.then(work, work);
    this.#last.set(agentId, own);
    try {
      return await own;
    } finally {
      if (this.#last.get(agentId) === own) this.#last.delete(agentId);
    }
  }
}

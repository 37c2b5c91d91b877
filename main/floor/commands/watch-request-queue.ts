/**
 * One request about an agent's watch at a time. The server holds whichever it carried out last, so two under way at once
 * (a supervisor's wish, and the renewal of what stood before) could leave it with the one that is not shown.
 */
export class WatchRequestQueue {
  /** Grows with every server session that took the place of a lost one. */
  sessionNumber = 0;
  readonly #last = new Map<string, Promise<unknown>>();

  /** Begins at once when nothing is under way for this agent. */
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

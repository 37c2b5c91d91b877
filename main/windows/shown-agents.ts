/**
 * Tracks the agents shown in all windows. Pages report which agents they show; main knows whether a window is visible,
 * which a page cannot observe. Publishes one list when it changes; `null` if no window shows agents.
 */
export class ShownAgents {
  readonly #changed: (agentIds: readonly string[] | null) => void;
  readonly #pages = new Map<number, readonly string[]>();
  readonly #hidden = new Set<number>();
  #lastPublished: readonly string[] | null = null;

  constructor(changed: (agentIds: readonly string[] | null) => void) {
    this.#changed = changed;
  }

  shown(windowId: number, agentIds: readonly string[] | null): void {
    if (agentIds === null) this.#pages.delete(windowId);
    else this.#pages.set(windowId, agentIds);
    this.#publish();
  }

  windowSeen(windowId: number, isSeen: boolean): void {
    if (isSeen) this.#hidden.delete(windowId);
    else this.#hidden.add(windowId);
    this.#publish();
  }

  /** The window has a new page, which shows nothing yet. */
  pageGone(windowId: number): void {
    this.shown(windowId, null);
  }

  windowGone(windowId: number): void {
    this.#hidden.delete(windowId);
    this.shown(windowId, null);
  }

  #publish(): void {
    const lists = [...this.#pages].flatMap(([id, agentIds]) => (this.#hidden.has(id) ? [] : [agentIds]));
    const all = lists.length === 0 ? null : [...new Set(lists.flat())];
    if (isSameList(all, this.#lastPublished)) return;
    this.#lastPublished = all;
    this.#changed(all);
  }
}

function isSameList(left: readonly string[] | null, right: readonly string[] | null): boolean {
  if (left === null || right === null) return left === right;
  return left.length === right.length && left.every((id, at) => id === right[at]);
}

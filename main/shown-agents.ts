/**
 * Which agents are on the screen, over all windows. A page says which of them it shows; whether its window can be seen at all is known
 * here, since a page is not told when its window is hidden. Told on as one list, and only when it has changed; `null` where no window
 * shows agents.
 */
export class ShownAgents {
  readonly #changed: (agentIds: readonly string[] | null) => void;
  readonly #pages = new Map<number, readonly string[]>();
  readonly #hidden = new Set<number>();
  #told: readonly string[] | null = null;

  constructor(changed: (agentIds: readonly string[] | null) => void) {
    this.#changed = changed;
  }

  shown(windowId: number, agentIds: readonly string[] | null): void {
    if (agentIds === null) this.#pages.delete(windowId);
    else this.#pages.set(windowId, agentIds);
    this.#tell();
  }

  windowSeen(windowId: number, isSeen: boolean): void {
    if (isSeen) this.#hidden.delete(windowId);
    else this.#hidden.add(windowId);
    this.#tell();
  }

  /** Its page is a new one that has shown nothing yet. */
  pageGone(windowId: number): void {
    this.shown(windowId, null);
  }

  windowGone(windowId: number): void {
    this.#hidden.delete(windowId);
    this.shown(windowId, null);
  }

  #tell(): void {
    const lists = [...this.#pages].flatMap(([id, agentIds]) => (this.#hidden.has(id) ? [] : [agentIds]));
    const all = lists.length === 0 ? null : [...new Set(lists.flat())];
    if (isSameList(all, this.#told)) return;
    this.#told = all;
    this.#changed(all);
  }
}

function isSameList(one: readonly string[] | null, other: readonly string[] | null): boolean {
  if (one === null || other === null) return one === other;
  return one.length === other.length && one.every((id, at) => id === other[at]);
}

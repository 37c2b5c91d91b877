import type { AppError } from '../../../preload/contract';
import type { Clock } from '../../base/clock';
import type { RestClient } from '../api/rest-client';
import { contactsPageSize } from '../api/contacts';
import type { AgentChatsCache } from './agent-chats-cache';
import type { AgentChatsReader } from './agent-chats-reader';

export interface ScreenChatsOptions {
  readonly caller: RestClient;
  readonly clock: Clock;
  readonly cache: AgentChatsCache;
  readonly reader: AgentChatsReader;
  /** Returns whether to continue a read that was started. */
  readonly mayGoOn: () => boolean;
  readonly failed: (error: AppError) => void;
}

/** Milliseconds between two reads of the visible agents. */
const everyMs = 10_000;
/** Milliseconds between requests for single agents, after an initial burst. */
const requestEveryMs = 2_200;
const requestsAtOnce = 8;
/** Milliseconds after which a read that the server seemed to lack is tried again. */
const reconsiderEveryMs = 600_000;

/** Returns the number of pages of the directory. */
export function pagesOf(peopleCount: number): number {
  return Math.max(1, Math.ceil(peopleCount / contactsPageSize));
}

/**
 * Keeps the chats of the visible agents current. It reads whole pages if the server embeds chats in lists and that
 * is cheaper; otherwise single agents at a rate that does not depend on their number. The agent read longest ago is
 * next.
 */
export class ScreenChats {
  readonly #options: ScreenChatsOptions;
  #pagesDueAt = Number.NEGATIVE_INFINITY;
  /** When the next request would be due at an even rate; may be ahead of now by the burst. */
  #requestDueAt = Number.NEGATIVE_INFINITY;
  #reconsideredAt: number;

  constructor(options: ScreenChatsOptions) {
    this.#options = options;
    this.#reconsideredAt = options.clock.monotonicMs();
  }

  /** Returns the monotonic time of the next read; infinite if there is nothing to read. */
  dueAt(seen: readonly string[], pageCount: number): number {
    const { reader, cache, clock } = this.#options;
    if (seen.length === 0 || reader.isSupported === false) return Number.POSITIVE_INFINITY;
    if (this.#readsPages(seen, pageCount)) return this.#pagesDueAt;
    const now = clock.monotonicMs();
    const isWaiting = cache.notAttemptedSince(seen, clock.now() - everyMs).length > 0;
    return isWaiting ? this.#nextAgentAt : now + requestEveryMs;
  }

  /** Returns whether anything may have changed. */
  async read(seen: readonly string[], pageCount: number): Promise<boolean> {
    const { reader, clock } = this.#options;
    const now = clock.monotonicMs();
    if (now - this.#reconsideredAt >= reconsiderEveryMs) {
      this.#reconsideredAt = now;
      reader.reconsider();
    }
    if (seen.length === 0 || reader.isSupported === false) return false;
    if (!this.#readsPages(seen, pageCount)) return this.#readOneByOne(seen);
    return now >= this.#pagesDueAt && this.#readPages(pageCount);
  }

  get #nextAgentAt(): number {
    return this.#requestDueAt - (requestsAtOnce - 1) * requestEveryMs;
  }

  /** Not cheaper if only a few of many agents are visible. */
  #readsPages(seen: readonly string[], pageCount: number): boolean {
    return this.#options.reader.mayReadPages && pageCount <= Math.max(1, seen.length / 2);
  }

  async #readPages(pageCount: number): Promise<boolean> {
    const { caller, clock, reader, mayGoOn, failed } = this.#options;
    this.#pagesDueAt = clock.monotonicMs() + Math.max(everyMs, pageCount * (everyMs / 2));
    for (let page = 0; page < pageCount && mayGoOn(); page += 1) {
      const problem = await reader.readPage(caller, page * contactsPageSize);
      if (problem === null) continue;
      if (reader.mayReadPages) failed(problem);
      this.#pagesDueAt = Math.max(this.#pagesDueAt, clock.monotonicMs() + (problem.retryAfterMs ?? 0));
      break;
    }
    return true;
  }

  async #readOneByOne(seen: readonly string[]): Promise<boolean> {
    const { cache, caller, clock, reader, mayGoOn, failed } = this.#options;
    let isAsked = false;
    for (const id of cache.inOrder(cache.notAttemptedSince(seen, clock.now() - everyMs))) {
      const now = clock.monotonicMs();
      if (!mayGoOn() || reader.isSupported === false || this.#nextAgentAt > now) break;
      this.#requestDueAt = Math.max(this.#requestDueAt, now) + reader.requestsPerAgent * requestEveryMs;
      isAsked = true;
      const problem = await reader.readAgent(caller, id);
      if (problem === null) continue;
      failed(problem);
      if (problem.retryAfterMs === undefined) continue;
      this.#requestDueAt = clock.monotonicMs() + problem.retryAfterMs + (requestsAtOnce - 1) * requestEveryMs;
      break;
    }
    return isAsked;
  }
}

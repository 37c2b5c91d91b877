import type { AppError } from '../../../preload/contract';
import type { Clock } from '../../base/clock';
import type { RestClient } from '../api/rest-client';
import { contactsPageSize } from '../api/contacts';
import type { AgentChatsBook } from './agent-chats-book';
import type { AgentChatsReader } from './agent-chats-reader';

export interface ScreenChatsOptions {
  readonly caller: RestClient;
  readonly clock: Clock;
  readonly book: AgentChatsBook;
  readonly reader: AgentChatsReader;
  /** Whether to go on with what was begun. */
  readonly mayGoOn: () => boolean;
  readonly failed: (error: AppError) => void;
}

/** Agents on the screen are asked about again after this. */
const everyMs = 10_000;
/** One by one they are asked about with requests in this rhythm, after as many at once as fill the first glance. */
const requestEveryMs = 2_200;
const requestsAtOnce = 8;
/** A server that seems not to have a read is asked for it again after so long. */
const reconsiderEveryMs = 600_000;

/** How many people the directory has, in pages. */
export function pagesOf(peopleCount: number): number {
  return Math.max(1, Math.ceil(peopleCount / contactsPageSize));
}

/**
 * Keeps the chats of the agents on the screen up to date: all of them by pages where the server embeds chats in its lists and
 * that is the cheaper way, otherwise one by one, in a rhythm that no number of agents makes faster. Those come first whose turn
 * was longest ago: each once before any twice.
 */
export class ScreenChats {
  readonly #options: ScreenChatsOptions;
  #pagesDueAt = Number.NEGATIVE_INFINITY;
  /** When the next request would be due if all came evenly; may lie ahead by as many as may be sent at once. */
  #requestDueAt = Number.NEGATIVE_INFINITY;
  #reconsideredAt: number;

  constructor(options: ScreenChatsOptions) {
    this.#options = options;
    this.#reconsideredAt = options.clock.monotonicMs();
  }

  /** On the monotonic clock; infinite where nothing is to be read. */
  dueAt(seen: readonly string[], pageCount: number): number {
    const { reader, book, clock } = this.#options;
    if (seen.length === 0 || reader.tells === false) return Number.POSITIVE_INFINITY;
    if (this.#readsPages(seen, pageCount)) return this.#pagesDueAt;
    const now = clock.monotonicMs();
    const isWaiting = book.notAskedSince(seen, clock.now() - everyMs).length > 0;
    return isWaiting ? this.#nextAgentAt : now + requestEveryMs;
  }

  /** True when something may have changed. */
  async read(seen: readonly string[], pageCount: number): Promise<boolean> {
    const { reader, clock } = this.#options;
    const now = clock.monotonicMs();
    if (now - this.#reconsideredAt >= reconsiderEveryMs) {
      this.#reconsideredAt = now;
      reader.reconsider();
    }
    if (seen.length === 0 || reader.tells === false) return false;
    if (!this.#readsPages(seen, pageCount)) return this.#readOneByOne(seen);
    return now >= this.#pagesDueAt && this.#readPages(pageCount);
  }

  get #nextAgentAt(): number {
    return this.#requestDueAt - (requestsAtOnce - 1) * requestEveryMs;
  }

  /** Not worth it where a few of very many are looked at. */
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
    const { book, caller, clock, reader, mayGoOn, failed } = this.#options;
    let isAsked = false;
    for (const id of book.inOrder(book.notAskedSince(seen, clock.now() - everyMs))) {
      const now = clock.monotonicMs();
      if (!mayGoOn() || reader.tells === false || this.#nextAgentAt > now) break;
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

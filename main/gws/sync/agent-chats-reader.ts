import type { AgentChat, AppError, Medium } from '../../../preload/contract';
import { readAgentChats, readAgentWhole, readUsersPage, type ChatsByMedium } from '../api/agent-chats';
import type { RestClient } from '../api/rest-client';
import type { AvailableMedia } from '../media';
import { toAgentChats } from '../translate/agent';
import type { Quarantine } from '../wire/quarantine';
import type { AgentChatsCache } from './agent-chats-cache';
import { EndpointSupport } from './served';

export interface AgentChatsReaderOptions {
  readonly cache: AgentChatsCache;
  readonly now: () => number;
  readonly media: AvailableMedia;
  readonly quarantine: Quarantine;
}

/**
 * Reads agents' chats with the cheapest read the server has: all users of a page with their chats, one user with all
 * media, or one user and one medium. Each is tried once and the result remembered.
 */
export class AgentChatsReader {
  readonly #options: AgentChatsReaderOptions;
  readonly #pages = new EndpointSupport();
  readonly #whole = new EndpointSupport();
  readonly #single: Readonly<Record<Medium, EndpointSupport>> = {
    chat: new EndpointSupport(),
    sms: new EndpointSupport(),
  };

  constructor(options: AgentChatsReaderOptions) {
    this.#options = options;
  }

  /** Whether the server reports agents' chats at all; `null` while unknown. */
  get isSupported(): boolean | null {
    const singly = [this.#whole, ...this.#options.media.current.map((medium) => this.#single[medium])];
    if ([this.#pages, ...singly].some(({ has }) => has === true)) return true;
    return singly.every(({ has }) => has === false) ? false : null;
  }

  get mayReadPages(): boolean {
    return this.#pages.isWorthTrying;
  }

  /** Upper bound, as far as the server's reads are known. */
  get requestsPerAgent(): number {
    const { current } = this.#options.media;
    if (this.#whole.has === true) return 1;
    const single = current.filter((medium) => this.#single[medium].isWorthTrying).length;
    return (this.#whole.isWorthTrying ? 1 : 0) + single;
  }

  reconsider(): void {
    for (const served of [this.#pages, this.#whole, ...Object.values(this.#single)]) served.forgetAbsence();
  }

  /** Reads the users from `offset` on. Returns an error if no read of the page succeeded. */
  async readPage(caller: RestClient, offset: number): Promise<AppError | null> {
    const page = await readUsersPage(caller, this.#options.media.current, offset);
    if (!page.ok) {
      this.#pages.recordFailure(page.error);
      return page.error;
    }
    this.#pages.answered();
    for (const [agentId, chats] of page.value) this.#note(agentId, this.#whereAbsentNone(chats));
    return null;
  }

  async readAgent(caller: RestClient, agentId: string): Promise<AppError | null> {
    const { cache, now, media } = this.#options;
    cache.recordAttempt(agentId, now());
    if (this.#whole.isWorthTrying) {
      const whole = await this.#readWhole(caller, agentId);
      if (whole !== 'notServed') return whole;
    }
    let problem: AppError | null = null;
    for (const medium of media.current) {
      if (!this.#single[medium].isWorthTrying) continue;
      const chats = await readAgentChats(caller, agentId, medium);
      if (chats.ok) this.#single[medium].answered();
      else this.#single[medium].recordFailure(chats.error);
      if (chats.ok) this.#note(agentId, { [medium]: chats.value });
      else problem = chats.error;
    }
    return problem;
  }

  async #readWhole(caller: RestClient, agentId: string): Promise<AppError | null | 'notServed'> {
    const whole = await readAgentWhole(caller, agentId, this.#options.media.current);
    if (whole.ok) {
      this.#whole.answered();
      this.#note(agentId, whole.value);
      return null;
    }
    this.#whole.recordFailure(whole.error);
    return this.#whole.has === false ? 'notServed' : whole.error;
  }

  /** In a page with chats, a user without the field has none. */
  #whereAbsentNone(chats: ChatsByMedium): ChatsByMedium {
    return { ...Object.fromEntries(this.#options.media.current.map((medium) => [medium, []])), ...chats };
  }

  #note(agentId: string, chats: ChatsByMedium): void {
    const { cache, now, media, quarantine } = this.#options;
    const read: Partial<Record<Medium, readonly AgentChat[]>> = {};
    for (const medium of media.current) {
      const items = chats[medium];
      if (items !== undefined) read[medium] = toAgentChats(items, medium, quarantine);
    }
    cache.read(agentId, read, now());
  }
}

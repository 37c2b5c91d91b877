import type { AgentChat, Watch } from '../../../preload/contract';

/** The last known chats of an agent, and when they were read. */
export interface KnownChats {
  readonly chats: readonly AgentChat[];
  readonly at: number;
}

/** Milliseconds. An unjoined chat is checked this often, so that an ended one is not offered forever. */
export const lookAgainMs = 300_000;
/** Limits the number of agents polled at once. */
const mostAtOnce = 40;

/**
 * Returns the watched agents whose chats must be read: once after the watch began, and again after a while if a chat is
 * unjoined. Visible agents are read anyway.
 */
export function agentsToRead(request: {
  readonly watches: readonly Watch[];
  readonly isKnownNow: (agentId: string) => boolean;
  /** Nothing is reported about them: they are signed out, or the request failed. */
  readonly isInVain: (agentId: string) => boolean;
  readonly known: ReadonlyMap<string, KnownChats>;
  readonly hasUnjoined: (agentId: string) => boolean;
  readonly now: number;
}): readonly string[] {
  const { watches, isKnownNow, isInVain, known, hasUnjoined, now } = request;
  return watches
    .filter(({ agentId, state }) => {
      if (state === 'lost' || isKnownNow(agentId) || isInVain(agentId)) return false;
      const before = known.get(agentId);
      return before === undefined || (hasUnjoined(agentId) && now - before.at > lookAgainMs);
    })
    .map(({ agentId }) => agentId)
    .slice(0, mostAtOnce);
}

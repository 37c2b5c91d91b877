import type { AgentChat, Watch } from '../../preload/contract';

/** What was last known of an agent's chats, and when. */
export interface KnownChats {
  readonly chats: readonly AgentChat[];
  readonly at: number;
}

/** A chat that is not joined is looked after again so often, so that one that ended is not offered for ever. */
export const lookAgainMs = 300_000;
/** Not everybody at once, however many are watched. */
const mostAtOnce = 40;

/**
 * Watched agents whose chats have to be read, because nothing says what they have: once after the watch began, and again after
 * a while where a chat is not joined. Agents on the screen are read anyway.
 */
export function agentsToRead(request: {
  readonly watches: readonly Watch[];
  readonly isKnownNow: (agentId: string) => boolean;
  /** Nothing is told of them: they are not signed in, or the server was asked in vain. */
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

import type { Agent, ChatAttention, ChatState } from '../../../preload/contract';

type Unjoined = NonNullable<ChatAttention['unjoined']>;

/** A running chat without the supervisor whose agent signed out. */
export interface Orphan extends Unjoined {
  readonly chatId: string;
  readonly since: number;
}

export type Orphans = ReadonlyMap<string, Orphan>;

/** Milliseconds; after that, the fate of an unlisted chat is unknown. */
const lastMs = 15 * 60_000;

/** States in which the chat itself is known, so the directory is not needed. */
const knownOtherwise = new Set<ChatState>(['active', 'invited', 'finished', 'unknown']);

/**
 * Returns the chats of agents who signed out: those still listed with the agent or, where that is not known, those listed
 * in the previous directory. A chat that was transferred or ended leaves that list, and a chat that is listed with another
 * agent is not orphaned. An agent who was never signed in leaves no orphans: a directory without presence must not orphan a
 * whole floor.
 */
export function findOrphans(
  before: { readonly agents: readonly Agent[]; readonly orphans: Orphans },
  agents: readonly Agent[],
  now: number,
): Orphans {
  const wasThere = new Map(before.agents.filter(isAgentSignedIn).map((agent) => [agent.id, agent]));
  const found = new Map<string, Orphan>();
  for (const agent of agents) {
    if (isAgentSignedIn(agent)) continue;
    const { id: agentId, name: agentName, leftBehind } = agent;
    for (const { chatId, customerName } of leftBehind ?? wasThere.get(agentId)?.chats ?? []) {
      found.set(chatId, { chatId, agentId, agentName, customerName, since: now });
    }
    for (const orphan of before.orphans.values()) {
      if (orphan.agentId !== agentId) continue;
      if (leftBehind === undefined || found.has(orphan.chatId)) found.set(orphan.chatId, orphan);
    }
  }
  for (const agent of agents.filter(isAgentSignedIn)) for (const { chatId } of agent.chats ?? []) found.delete(chatId);
  return found;
}

/** Returns whether an orphan still counts: it is recent, and no other source describes the chat. */
export function isStillOrphaned(orphan: Orphan, state: ChatState | null, now: number): boolean {
  return (state === null || !knownOtherwise.has(state)) && now < orphanEnd(orphan);
}

/** Returns the time from which the fate of an orphan is unknown. */
export function orphanEnd({ since }: Orphan): number {
  return since + lastMs;
}

export function isAgentSignedIn({ presence }: Agent): boolean {
  return presence !== 'loggedOut';
}

import type { Agent, ChatAttention, ChatState } from '../../../preload/contract';

type Unjoined = NonNullable<ChatAttention['unjoined']>;

/** A chat the supervisor is not in, whose agent was seen to sign out while it went on. */
export interface Orphan extends Unjoined {
  readonly chatId: string;
  readonly since: number;
}

export type Orphans = ReadonlyMap<string, Orphan>;

/** Nobody can say for longer what has become of a chat that no list names any more. */
const lastMs = 15 * 60_000;

/** Chats in which the supervisor is, or whose end was seen, are judged by what is known of themselves. */
const knownOtherwise = new Set<ChatState>(['active', 'invited', 'finished', 'unknown']);

/**
 * The chats that agents left behind when they signed out: those that were listed with them at the reading before. One that is
 * listed with another agent has found one. Whoever was never seen signed in leaves nothing behind: a directory that tells no
 * presence must not make orphans of a whole floor.
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
    for (const orphan of before.orphans.values()) {
      if (orphan.agentId === agent.id) found.set(orphan.chatId, orphan);
    }
    for (const { chatId, customerName } of wasThere.get(agent.id)?.chats ?? []) {
      found.set(chatId, { chatId, agentId: agent.id, agentName: agent.name, customerName, since: now });
    }
  }
  for (const agent of agents.filter(isAgentSignedIn)) for (const { chatId } of agent.chats ?? []) found.delete(chatId);
  return found;
}

/** Whether it still says something: nothing else tells of the chat, and it is not too long ago. */
export function isStillOrphaned(orphan: Orphan, state: ChatState | null, now: number): boolean {
  return (state === null || !knownOtherwise.has(state)) && now - orphan.since < lastMs;
}

export function isAgentSignedIn({ presence }: Agent): boolean {
  return presence !== 'loggedOut';
}

import type { Chat, LoggedMessage, Party, PartyRole, Visibility } from './model';

const reads: Record<PartyRole, readonly Visibility[]> = {
  customer: ['All'],
  agent: ['All', 'Agents'],
  supervisor: ['All', 'Agents', 'Supervisors'],
};

/** The rule that keeps a whisper from the customer. Everything the server sends is filtered by it. */
export function canRead(role: PartyRole, visibility: Visibility): boolean {
  return reads[role].includes(visibility);
}

export function messagesFor(role: PartyRole, log: readonly LoggedMessage[]): LoggedMessage[] {
  return log.filter((message) => canRead(role, message.visibility));
}

export function presentParties(chat: Chat): Party[] {
  return chat.parties.filter((party) => party.state === 'Chatting');
}

/** A party always sees itself, even if it is invisible to others. */
export function partiesSeenBy(viewer: Party, chat: Chat): Party[] {
  return presentParties(chat).filter((party) => party === viewer || canRead(viewer.role, party.visibility));
}

/** A user may return to a chat that they lost: their latest party counts. */
export function partyOf(chat: Chat, userId: string): Party | null {
  return chat.parties.findLast((party) => party.userId === userId) ?? null;
}

export function customerOf(chat: Chat): Party | null {
  return chat.parties.find((party) => party.role === 'customer') ?? null;
}

export function agentsIn(chat: Chat): Party[] {
  return presentParties(chat).filter((party) => party.role === 'agent');
}

export function supervisorsOf(chat: Chat): Party[] {
  return chat.parties.filter(
    (party) => party.role === 'supervisor' && (party.state === 'Chatting' || party.state === 'Invited'),
  );
}

export function isOver(party: Party): boolean {
  return party.state === 'Completed' || party.state === 'Revoked';
}

/** Returns whether an agent has the chat, including an open offer or the wrap-up. */
export function hasActiveAgent(chat: Chat): boolean {
  return chat.parties.some((party) => party.role === 'agent' && !isOver(party));
}

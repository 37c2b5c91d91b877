import type { Chat, LoggedMessage, Party, PartyRole, Visibility } from './model';

const reads: Record<PartyRole, readonly Visibility[]> = {
  customer: ['All'],
  agent: ['All', 'Agents'],
  supervisor: ['All', 'Agents', 'Supervisors'],
};

/** The one rule that keeps a whisper from the customer. Everything that leaves the floor goes through it. */
export function canRead(role: PartyRole, visibility: Visibility): boolean {
  return reads[role].includes(visibility);
}

export function messagesFor(role: PartyRole, log: readonly LoggedMessage[]): LoggedMessage[] {
  return log.filter((message) => canRead(role, message.visibility));
}

export function presentParties(chat: Chat): Party[] {
  return chat.parties.filter((party) => party.state === 'Chatting');
}

/** Everybody always sees themselves, however silent they are to others. */
export function partiesSeenBy(viewer: Party, chat: Chat): Party[] {
  return presentParties(chat).filter((party) => party === viewer || canRead(viewer.role, party.visibility));
}

/** A user may come back to a chat that was taken away: the last part they played is the one that counts. */
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

/** Whether any agent still has the chat in hand, be it only to answer an offer or to finish the wrap-up. */
export function hasActiveAgent(chat: Chat): boolean {
  return chat.parties.some((party) => party.role === 'agent' && !isOver(party));
}

import type { ChatUpdate, ParticipantUpdate } from '../events';
import { mayBeOwn, mergeIdentities, learnOwnId, ownAmong, withKnownTraits } from './identities';
import { enterState, isNewJoin } from './joining';
import { hasEnded, type ChatRecord, type FoldContext, type IdentityContext } from './record';

/** Folds a chat update. An update that is older than the end of the chat changes nothing. */
export function foldChatUpdate(record: ChatRecord, update: ChatUpdate, context: FoldContext): ChatRecord {
  if (hasEnded(record.state) && !isBelievable(record, update, context)) return record;
  const folded = foldChatSnapshot(record, update, context);
  return update.state !== undefined && hasEnded(update.state)
    ? { ...folded, isEndInferred: false, lastEndMs: context.moment.monotonicMs }
    : folded;
}

/**
 * Returns whether a state may follow the known one. Between two ended states only `left` to `finished` is valid. The
 * kind of an inferred end is a guess, which the stream may correct.
 */
function isBelievable(record: ChatRecord, update: ChatUpdate, context: FoldContext): boolean {
  if (update.state === undefined) return false;
  if (update.state === record.state) return !record.isDismissed;
  if (hasEnded(update.state)) {
    const isOpenToChange = record.isEndInferred || record.state === 'left' || record.state === 'joinFailed';
    return isOpenToChange && !record.isDismissed;
  }
  return isNewJoin(record, update, context);
}

/** Folds a chat of a full read, which overrides what was known. */
export function foldChatSnapshot(record: ChatRecord, update: ChatUpdate, context: FoldContext): ChatRecord {
  const wasActive = record.isAnnounced && record.state === 'active';
  const state = update.state ?? record.state;
  const entered = { ...enterState(record, state, context), isAnnounced: true };
  const participants = believableParticipants(entered, update, wasActive);
  return withPeople(
    {
      ...entered,
      medium: update.medium ?? entered.medium,
      allowedActions: update.allowedActions ?? entered.allowedActions,
      participants,
      ...leftOut(entered, update),
      customerData: update.customerData ?? entered.customerData,
      receivedAt: update.receivedAt ?? entered.receivedAt,
    },
    context.viewpoint,
  );
}

/** Returns the count that belongs to the list; a list without a count is complete. */
function leftOut(
  record: ChatRecord,
  update: ChatUpdate,
): Pick<ChatRecord, 'participantsLeftOut' | 'customerDataLeftOut'> {
  return {
    participantsLeftOut:
      update.participants === undefined ? record.participantsLeftOut : (update.participantsLeftOut ?? 0),
    customerDataLeftOut:
      update.customerData === undefined ? record.customerDataLeftOut : (update.customerDataLeftOut ?? 0),
  };
}

/**
 * Returns the participants to store. An active chat contains at least the supervisor, so an empty list means that the
 * server sent no names. At a join it means that the list follows.
 */
function believableParticipants(
  record: ChatRecord,
  update: ChatUpdate,
  wasActive: boolean,
): readonly ParticipantUpdate[] {
  if (update.participants === undefined) return record.participants;
  const isListEmpty = update.participants.length === 0;
  return isListEmpty && wasActive && record.state === 'active'
    ? record.participants
    : withKnownTraits(record, update.participants);
}

/** Keeps the names of customer and agent after they left and when an update omits them. */
export function withPeople(record: ChatRecord, viewpoint: IdentityContext): ChatRecord {
  const learned = { ...record, identities: mergeIdentities(record.identities, record.participants) };
  const known = { ...learned, ownIds: learnOwnId(learned, viewpoint) };
  const customer = known.participants.find((participant) => participant.type === 'customer');
  return {
    ...known,
    ...handling(known, handlingAgent(known, viewpoint)),
    customerName: said(customer?.nickname) ?? record.customerName,
  };
}

/** Returns `null` for a missing or empty name. */
function said(nickname: string | undefined): string | null {
  return nickname === undefined || nickname === '' ? null : nickname;
}

function handling(
  record: ChatRecord,
  agent: ParticipantUpdate | undefined,
): Pick<ChatRecord, 'agentId' | 'agentName' | 'agentParticipantId'> {
  const { agentId, agentName, agentParticipantId } = record;
  if (agent === undefined) return { agentId, agentName, agentParticipantId };
  const isSame =
    agentParticipantId === null ||
    agentParticipantId === agent.participantId ||
    (agentId !== null && agentId === agent.userId);
  return {
    agentId: agent.userId ?? (isSame ? agentId : null),
    agentName: said(agent.nickname) ?? (isSame ? agentName : null),
    agentParticipantId: agent.participantId,
  };
}

/**
 * Returns the handling agent: the watched one, the known one, or an agent who was always visible to the customer. If
 * none is left, a consulted colleague who is now visible to the customer.
 */
function handlingAgent(record: ChatRecord, viewpoint: IdentityContext): ParticipantUpdate | undefined {
  const own = ownAmong(record.participants, record, viewpoint);
  const isOther = (participant: ParticipantUpdate): boolean =>
    own.length > 0 ? !own.includes(participant) : !mayBeOwn(participant, viewpoint);
  const agents = record.participants.filter((participant) => participant.type === 'agent' && isOther(participant));
  const identityOf = ({ participantId }: ParticipantUpdate) => record.identities.get(participantId);
  return (
    agents.find((agent) => agent.userId !== null && viewpoint.isWatched(agent.userId)) ??
    agents.find((agent) => agent.userId !== null && agent.userId === record.agentId) ??
    agents.find((agent) => agent.participantId === record.agentParticipantId) ??
    agents.find((agent) => identityOf(agent)?.wasHidden !== true) ??
    agents.find((agent) => agent.visibility === 'everyone' && identityOf(agent)?.wasUnseen !== true)
  );
}

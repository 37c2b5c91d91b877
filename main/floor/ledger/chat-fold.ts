import type { ChatUpdate, ParticipantUpdate } from '../events';
import { mayBeOwn, mergeIdentities, learnOwnId, ownAmong, withKnownTraits } from './identities';
import { enterState, isNewJoin } from './joining';
import { hasEnded, type ChatRecord, type FoldContext, type IdentityContext } from './record';

/** Folds one piece of chat news. News that is older than the end of the chat changes nothing. */
export function foldChatUpdate(record: ChatRecord, reading: ChatUpdate, context: FoldContext): ChatRecord {
  if (hasEnded(record.state) && !isBelievable(record, reading, context)) return record;
  const folded = foldChatSnapshot(record, reading, context);
  return reading.state !== undefined && hasEnded(reading.state)
    ? { ...folded, isEndInferred: false, lastEndMs: context.moment.monotonicMs }
    : folded;
}

/**
 * Between two ends only the way forward is believed: what was left may be finished later, what is over stays over. An
 * end that was only read is a guess at its kind, which the stream may put right.
 */
function isBelievable(record: ChatRecord, reading: ChatUpdate, context: FoldContext): boolean {
  if (reading.state === undefined) return false;
  if (reading.state === record.state) return !record.isDismissed;
  if (hasEnded(reading.state)) {
    const isOpenToChange = record.isEndInferred || record.state === 'left' || record.state === 'joinFailed';
    return isOpenToChange && !record.isDismissed;
  }
  return isNewJoin(record, reading, context);
}

/** Folds a reading that is the truth, whatever was thought before. */
export function foldChatSnapshot(record: ChatRecord, reading: ChatUpdate, context: FoldContext): ChatRecord {
  const wasActive = record.isAnnounced && record.state === 'active';
  const state = reading.state ?? record.state;
  const entered = { ...enterState(record, state, context), isAnnounced: true };
  const participants = believableParticipants(entered, reading, wasActive);
  return withPeople(
    {
      ...entered,
      medium: reading.medium ?? entered.medium,
      allowedActions: reading.allowedActions ?? entered.allowedActions,
      participants,
      ...leftOut(entered, reading),
      customerData: reading.customerData ?? entered.customerData,
      receivedAt: reading.receivedAt ?? entered.receivedAt,
    },
    context.viewpoint,
  );
}

/** Told with its list; a list that comes without a number is whole. */
function leftOut(
  record: ChatRecord,
  reading: ChatUpdate,
): Pick<ChatRecord, 'participantsLeftOut' | 'customerDataLeftOut'> {
  return {
    participantsLeftOut:
      reading.participants === undefined ? record.participantsLeftOut : (reading.participantsLeftOut ?? 0),
    customerDataLeftOut:
      reading.customerData === undefined ? record.customerDataLeftOut : (reading.customerDataLeftOut ?? 0),
  };
}

/**
 * A chat that is going on holds at least the supervisor, so an empty list there says that the server told nobody's name,
 * not that everybody left. At a join it is the server's way to say "the list follows".
 */
function believableParticipants(
  record: ChatRecord,
  reading: ChatUpdate,
  wasActive: boolean,
): readonly ParticipantUpdate[] {
  if (reading.participants === undefined) return record.participants;
  const saysNobody = reading.participants.length === 0;
  return saysNobody && wasActive && record.state === 'active'
    ? record.participants
    : withKnownTraits(record, reading.participants);
}

/** Keeps the names of customer and agent after they left, and when they are told again without. */
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

/** An empty name is none that was said. */
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
 * The watched one, the one known so far, or whoever the customer could see all along. When none of them is left, a colleague
 * who was consulted and now answers the customer.
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

import type { ChatReading, ParticipantReading } from '../events';
import { couldBeSelf, learnIdentities } from './identities';
import { enterState, isNewJoin } from './joining';
import { hasEnded, type ChatRecord, type FoldContext, type Viewpoint } from './record';

/** Folds one piece of chat news. News that is older than the end of the chat changes nothing. */
export function foldChatNews(record: ChatRecord, reading: ChatReading, context: FoldContext): ChatRecord {
  if (hasEnded(record.state) && !isBelievable(record, reading, context)) return record;
  const folded = foldChatReading(record, reading, context);
  return reading.state !== undefined && hasEnded(reading.state)
    ? { ...folded, isEndUnheard: false, lastEndMs: context.moment.monotonicMs }
    : folded;
}

/**
 * Between two ends only the way forward is believed: what was left may be finished later, what is over stays over. An
 * end that was only read is a guess at its kind, which the stream may put right.
 */
function isBelievable(record: ChatRecord, reading: ChatReading, context: FoldContext): boolean {
  if (reading.state === undefined) return false;
  if (reading.state === record.state) return !record.isDismissed;
  if (hasEnded(reading.state)) {
    const isOpenToChange = record.isEndUnheard || record.state === 'left' || record.state === 'joinFailed';
    return isOpenToChange && !record.isDismissed;
  }
  return isNewJoin(record, reading, context);
}

/** Folds a reading that is the truth, whatever was thought before. */
export function foldChatReading(record: ChatRecord, reading: ChatReading, context: FoldContext): ChatRecord {
  const wasActive = record.isAnnounced && record.state === 'active';
  const state = reading.state ?? record.state;
  const entered = { ...enterState(record, state, context), isAnnounced: true };
  const participants = believableParticipants(entered, reading, wasActive);
  return withPeople(
    {
      ...entered,
      medium: reading.medium ?? entered.medium,
      can: reading.can ?? entered.can,
      participants,
      customerData: reading.customerData ?? entered.customerData,
      receivedAt: reading.receivedAt ?? entered.receivedAt,
    },
    context.viewpoint,
  );
}

/**
 * A chat that is going on holds at least the supervisor, so an empty list there says that the server told nobody's name,
 * not that everybody left. At a join it is the server's way to say "the list follows".
 */
function believableParticipants(
  record: ChatRecord,
  reading: ChatReading,
  wasActive: boolean,
): readonly ParticipantReading[] {
  if (reading.participants === undefined) return record.participants;
  const saysNobody = reading.participants.length === 0;
  return saysNobody && wasActive && record.state === 'active' ? record.participants : reading.participants;
}

/** Keeps the names of customer and agent after they left. */
export function withPeople(record: ChatRecord, viewpoint: Viewpoint): ChatRecord {
  const identities = learnIdentities(record.identities, record.participants);
  const customer = record.participants.find((participant) => participant.type === 'customer');
  const agent = handlingAgent({ ...record, identities }, viewpoint);
  return {
    ...record,
    identities,
    customerName: customer?.nickname ?? record.customerName,
    agentId: agent?.userId ?? record.agentId,
    agentName: agent === undefined ? record.agentName : agent.nickname,
  };
}

/** The watched one, the one known so far, or whoever the customer can see. */
function handlingAgent(record: ChatRecord, viewpoint: Viewpoint): ParticipantReading | undefined {
  const agents = record.participants.filter(
    (participant) => participant.type === 'agent' && !couldBeSelf(participant, viewpoint),
  );
  const isVisible = (participant: ParticipantReading): boolean =>
    record.identities.get(participant.participantId)?.wasHidden !== true;
  return (
    agents.find((agent) => agent.userId !== null && viewpoint.isWatched(agent.userId)) ??
    agents.find((agent) => agent.userId !== null && agent.userId === record.agentId) ??
    agents.find(isVisible)
  );
}

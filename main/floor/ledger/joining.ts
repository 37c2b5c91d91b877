import type { ChatUpdate } from '../events';
import { ownAmong } from './identities';
import { hasEnded, type ChatRecord, type FoldContext } from './record';

/** How long after a chat's end news of its life is taken for news from before the end that came late. */
export const lateEventWindowMs = 10_000;

/**
 * Whether a reading that says "invited" or "active" about a chat that ended tells of a new join (the chat may be
 * transferred to another watched agent, or intruded into again) or is only older than the end.
 *
 * News carries no version, so the evidence is taken in this order: the supervisor's own participant id, which is made
 * anew at every join, so that one that was seen before is proof of old news however late it comes; an intrusion asked
 * for at this console; and time, because stream news is late by moments at most.
 */
export function isNewJoin(record: ChatRecord, reading: ChatUpdate, context: FoldContext): boolean {
  const { moment, viewpoint } = context;
  if (reading.state !== 'active' && reading.state !== 'invited') return false;
  const own = ownAmong(reading.participants ?? [], record, viewpoint);
  if (own.length > 0) {
    return own.some((participant) => !record.pastOwnParticipantIds.includes(participant.participantId));
  }
  if (reading.state === 'invited' && record.requestedJoin !== null) return true;
  return record.endedAtMs !== null && moment.monotonicMs - record.endedAtMs > lateEventWindowMs;
}

/**
 * Whether news about a chat that goes on may be older than what is known of it, and nothing in it says which: nobody
 * goes back from a chat to the invitation to it, and an end told soon after an earlier one may be that one told again.
 */
export function isPossiblyStale(record: ChatRecord, reading: ChatUpdate, { moment, viewpoint }: FoldContext): boolean {
  if (reading.state === undefined || hasEnded(record.state)) return false;
  const known = [
    ...record.pastOwnParticipantIds,
    ...record.participants.map((participant) => participant.participantId),
  ];
  const own = ownAmong(reading.participants ?? [], record, viewpoint);
  if (own.some((participant) => !known.includes(participant.participantId))) return false;
  if (reading.state === 'invited') return record.state === 'active';
  if (!hasEnded(reading.state)) return false;
  return record.lastEndMs !== null && moment.monotonicMs - record.lastEndMs <= lateEventWindowMs;
}

/** What changes with the state: the end is stamped once, a return takes the stamp away, a join is counted. */
export function enterState(record: ChatRecord, state: ChatRecord['state'], context: FoldContext): ChatRecord {
  const { moment, nextJoin, viewpoint } = context;
  if (state === record.state && record.isAnnounced) return record;
  const before = record.state;
  if (hasEnded(state)) {
    const own = ownAmong(record.participants, record, viewpoint);
    return {
      ...record,
      state,
      allowedActions: [],
      endedAt: record.endedAt ?? moment.now,
      endedAtMs: record.endedAtMs ?? moment.monotonicMs,
      requestedJoin: null,
      pastOwnParticipantIds: [
        ...new Set([...record.pastOwnParticipantIds, ...own.map((participant) => participant.participantId)]),
      ],
    };
  }
  const alive = {
    ...withAsked(record),
    state,
    endedAt: null,
    endedAtMs: null,
    isEndInferred: false,
    isDismissed: false,
  };
  const isGoingOn = before === 'active' || (before === 'unknown' && record.joinOrder !== null);
  if (state !== 'active' || isGoingOn) return alive;
  // What was known of the own place belongs to an earlier join; the server tells the new one.
  const own = ownAmong(record.participants, record, viewpoint);
  return {
    ...alive,
    participants: record.participants.filter((participant) => !own.includes(participant)),
    joinOrder: nextJoin(),
    joinedByInvitation: before === 'invited',
  };
}

/** Until the participants are told, the chat is what the directory said of it when it was asked for. */
function withAsked(record: ChatRecord): ChatRecord {
  const { requestedJoin } = record;
  if (requestedJoin === null) return record;
  const knownAgent = record.agentId === requestedJoin.agentId ? record.agentName : null;
  return {
    ...record,
    requestedJoin: null,
    agentId: requestedJoin.agentId,
    agentName: requestedJoin.agentName ?? knownAgent,
    customerName: record.customerName ?? requestedJoin.customerName,
  };
}

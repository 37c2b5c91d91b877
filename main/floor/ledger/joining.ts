import type { ChatUpdate } from '../events';
import { ownAmong } from './identities';
import { hasEnded, type ChatRecord, type FoldContext } from './record';

/** Milliseconds after the end of a chat in which an event counts as late, from before the end. */
export const lateEventWindowMs = 10_000;

/**
 * Returns whether an "invited" or "active" update of an ended chat is a new join or only late. A new join is possible:
 * the chat may be transferred to another watched agent, or intruded again.
 *
 * Updates carry no version, so the evidence is, in this order: the supervisor's participant id, which is new at every
 * join, so a past one proves a late update; a pending intrude request of this console; and time, because stream events
 * are late by moments at most.
 */
export function isNewJoin(record: ChatRecord, update: ChatUpdate, context: FoldContext): boolean {
  const { moment, viewpoint } = context;
  if (update.state !== 'active' && update.state !== 'invited') return false;
  const own = ownAmong(update.participants ?? [], record, viewpoint);
  if (own.length > 0) {
    return own.some((participant) => !record.pastOwnParticipantIds.includes(participant.participantId));
  }
  if (update.state === 'invited' && record.requestedJoin !== null) return true;
  return record.endedAtMs !== null && moment.monotonicMs - record.endedAtMs > lateEventWindowMs;
}

/**
 * Returns whether an update of a live chat may be late without proof either way. An active chat does not become invited
 * again, and an end soon after an earlier end may be that one repeated.
 */
export function isPossiblyStale(record: ChatRecord, update: ChatUpdate, { moment, viewpoint }: FoldContext): boolean {
  if (update.state === undefined || hasEnded(record.state)) return false;
  const known = [
    ...record.pastOwnParticipantIds,
    ...record.participants.map((participant) => participant.participantId),
  ];
  const own = ownAmong(update.participants ?? [], record, viewpoint);
  if (own.some((participant) => !known.includes(participant.participantId))) return false;
  if (update.state === 'invited') return record.state === 'active';
  if (!hasEnded(update.state)) return false;
  return record.lastEndMs !== null && moment.monotonicMs - record.lastEndMs <= lateEventWindowMs;
}

/** Applies a state change: stamps the end once, clears the stamp on return, and counts a join. */
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
  // The known own participant belongs to an earlier join; the server reports the new one.
  const own = ownAmong(record.participants, record, viewpoint);
  return {
    ...alive,
    participants: record.participants.filter((participant) => !own.includes(participant)),
    joinOrder: nextJoin(),
    joinedByInvitation: before === 'invited',
  };
}

/** Fills the chat from the directory entry of the intrude request until the participants arrive. */
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

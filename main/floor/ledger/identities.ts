import type { Mode, ParticipantKind, Visibility } from '../../../preload/contract';
import type { ParticipantReading } from '../events';
import type { ChatRecord, Identity, Viewpoint } from './record';

const isHidden = (visibility: Visibility | null): boolean => visibility === 'agents' || visibility === 'supervisors';

/** Adds what readings tell about participants. Idempotent and free of order: every trait is the greatest ever seen. */
export function learnIdentities(
  known: ReadonlyMap<string, Identity>,
  readings: readonly ParticipantReading[],
): ReadonlyMap<string, Identity> {
  let grown: Map<string, Identity> | null = null;
  for (const reading of readings) {
    const before = (grown ?? known).get(reading.participantId);
    const after = before === undefined ? fresh(reading) : joined(before, fresh(reading));
    if (after === before) continue;
    grown ??= new Map(known);
    grown.set(reading.participantId, after);
  }
  return grown ?? known;
}

function fresh(reading: ParticipantReading): Identity {
  const { participantId, type, nickname, userId, visibility } = reading;
  return { participantId, type, nickname, userId, wasHidden: isHidden(visibility) };
}

function joined(left: Identity, right: Identity): Identity {
  const both: Identity = {
    participantId: left.participantId,
    type: greater(left.type, right.type),
    nickname: greater(left.nickname, right.nickname),
    userId:
      left.userId === null || right.userId === null
        ? (left.userId ?? right.userId)
        : greater(left.userId, right.userId),
    wasHidden: left.wasHidden || right.wasHidden,
  };
  const isNothingNew =
    both.type === left.type &&
    both.nickname === left.nickname &&
    both.userId === left.userId &&
    both.wasHidden === left.wasHidden;
  return isNothingNew ? left : both;
}

function greater<T extends string>(left: T, right: T): T {
  return left >= right ? left : right;
}

type Person = Pick<ParticipantReading, 'participantId' | 'type' | 'nickname' | 'userId'>;

export function couldBeSelf(person: Person, viewpoint: Viewpoint): boolean {
  if (person.type !== 'agent') return false;
  if (person.userId !== null) return person.userId === viewpoint.self.userId;
  return person.nickname === ownNickname(viewpoint);
}

function ownNickname({ self }: Viewpoint): string {
  return self.nickname === '' ? self.userName : self.nickname;
}

/**
 * Which of these people is the supervisor at this console; `null` when it cannot be told for certain. A user id says it;
 * a bare nickname only if nobody else could be meant.
 */
export function findSelf<P extends Person>(people: Iterable<P>, viewpoint: Viewpoint): readonly P[] | null {
  const candidates = [...people].filter((person) => couldBeSelf(person, viewpoint));
  const certain = candidates.filter((person) => person.userId !== null);
  if (certain.length > 0) return certain;
  return candidates.length === 1 ? candidates : null;
}

/** Says who everybody of a chat is, by participant id. Made anew whenever something was learned. */
export function whoIsWho(record: ChatRecord, viewpoint: Viewpoint): (participantId: string) => ParticipantKind {
  const own = new Set(findSelf(record.identities.values(), viewpoint)?.map((person) => person.participantId));
  return (participantId) => {
    const identity = record.identities.get(participantId);
    if (identity === undefined) return 'other';
    if (identity.type !== 'agent') return identity.type;
    if (own.has(participantId)) return 'self';
    const { userId, wasHidden } = identity;
    if (!wasHidden || (userId !== null && userId === record.agentId)) return 'agent';
    return userId !== null && viewpoint.isWatched(userId) ? 'agent' : 'supervisor';
  };
}

const modeOfVisibility = { supervisors: 'monitor', agents: 'coach', everyone: 'bargeIn' } as const satisfies Record<
  Visibility,
  Mode
>;

/** The mode the server confirmed: the supervisor's own visibility in a chat that is going on, if it is certain. */
export function confirmedMode(record: ChatRecord, viewpoint: Viewpoint): Mode | null {
  if (record.state !== 'active') return null;
  const own = findSelf(record.participants, viewpoint);
  const visibilities = new Set(own?.map((participant) => participant.visibility));
  const [visibility] = visibilities;
  if (visibilities.size !== 1 || visibility === null || visibility === undefined) return null;
  return modeOfVisibility[visibility];
}

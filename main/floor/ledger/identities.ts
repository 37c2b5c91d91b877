import type { ChatAction, Mode, ParticipantKind, Visibility } from '../../../preload/contract';
import type { ParticipantUpdate } from '../events';
import type { ChatRecord, Identity, IdentityContext } from './record';

const isHidden = (visibility: Visibility | null): boolean => visibility === 'agents' || visibility === 'supervisors';

/** Merges what updates say about participants. Idempotent and independent of order: every trait keeps its maximum. */
export function mergeIdentities(
  known: ReadonlyMap<string, Identity>,
  updates: readonly ParticipantUpdate[],
): ReadonlyMap<string, Identity> {
  let grown: Map<string, Identity> | null = null;
  for (const update of updates) {
    const before = (grown ?? known).get(update.participantId);
    const after = before === undefined ? fresh(update) : joined(before, fresh(update));
    if (after === before) continue;
    grown ??= new Map(known);
    grown.set(update.participantId, after);
  }
  return grown ?? known;
}

function fresh(update: ParticipantUpdate): Identity {
  const { participantId, type, nickname, userId, visibility } = update;
  return {
    participantId,
    type,
    nickname,
    userId,
    wasHidden: isHidden(visibility),
    wasUnseen: visibility === 'supervisors',
  };
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
    wasUnseen: left.wasUnseen || right.wasUnseen,
  };
  const isNothingNew =
    both.type === left.type &&
    both.nickname === left.nickname &&
    both.userId === left.userId &&
    both.wasHidden === left.wasHidden &&
    both.wasUnseen === left.wasUnseen;
  return isNothingNew ? left : both;
}

function greater<T extends string>(left: T, right: T): T {
  return left >= right ? left : right;
}

/** Fills omitted traits from earlier updates. An empty name or id is omitted, never cleared. */
export function withKnownTraits(
  { identities, participants }: Pick<ChatRecord, 'identities' | 'participants'>,
  updates: readonly ParticipantUpdate[],
): readonly ParticipantUpdate[] {
  return updates.map((update) => {
    const identity = identities.get(update.participantId);
    if (identity === undefined || (update.nickname !== '' && update.userId !== null)) return update;
    const before = participants.find(({ participantId }) => participantId === update.participantId);
    const nickname = [update.nickname, before?.nickname, identity.nickname].find((name) => name) ?? '';
    return { ...update, nickname, userId: update.userId ?? identity.userId };
  });
}

type Person = Pick<ParticipantUpdate, 'participantId' | 'type' | 'userId'>;
type KnownPeople = Pick<ChatRecord, 'identities' | 'ownIds'>;

/**
 * Returns the participants that are the supervisor of this console; empty if unknown. A name is no identity: it takes
 * the user id (from any update of this participant) or an id from `learnOwnId`.
 */
export function ownAmong<P extends Person>(
  people: Iterable<P>,
  known: KnownPeople,
  { self }: IdentityContext,
): readonly P[] {
  return [...people].filter(({ participantId, type, userId }) => {
    if (type !== 'agent') return false;
    const knownUserId = userId ?? known.identities.get(participantId)?.userId ?? null;
    return knownUserId === null ? known.ownIds.includes(participantId) : knownUserId === self.userId;
  });
}

/**
 * Infers the supervisor's participant id on servers without user ids. Evidence is the name and the allowed actions: the
 * current mode is the one that is not offered. The id is learned only if both point at a single participant.
 */
export function learnOwnId(record: ChatRecord, viewpoint: IdentityContext): readonly string[] {
  if (record.state !== 'active' || ownAmong(record.participants, record, viewpoint).length > 0) return record.ownIds;
  const namesakes = record.participants.filter((person) => mayBeOwn(person, viewpoint));
  const [only] = namesakes;
  if (only === undefined || namesakes.length > 1 || record.pastOwnParticipantIds.includes(only.participantId)) {
    return record.ownIds;
  }
  return isModeOffered(only.visibility, record.allowedActions) ? record.ownIds : [...record.ownIds, only.participantId];
}

/** Returns whether a participant has the supervisor's name and no id that proves or disproves the identity. */
export function mayBeOwn(person: ParticipantUpdate, { self, chosenNames }: IdentityContext): boolean {
  if (person.type !== 'agent' || person.userId !== null || person.nickname === '') return false;
  const names = [self.nickname === '' ? self.userName : self.nickname, ...(chosenNames?.() ?? [])];
  return names.includes(person.nickname);
}

const switchTo = {
  supervisors: 'switchToMonitor',
  agents: 'switchToCoach',
  everyone: 'switchToBargeIn',
} as const satisfies Record<Visibility, ChatAction>;

function isModeOffered(visibility: Visibility | null, can: readonly ChatAction[]): boolean {
  if (visibility === null) return true;
  return can.includes(switchTo[visibility]) || !Object.values(switchTo).some((action) => can.includes(action));
}

/** Returns the kind of each participant by id. Computed again whenever an identity changes. */
export function participantKinds(
  record: ChatRecord,
  viewpoint: IdentityContext,
): (participantId: string) => ParticipantKind {
  const own = new Set(ownAmong(record.identities.values(), record, viewpoint).map((person) => person.participantId));
  return (participantId) => {
    const identity = record.identities.get(participantId);
    if (identity === undefined) return 'other';
    if (identity.type !== 'agent') return identity.type;
    if (own.has(participantId)) return 'self';
    const { userId, wasHidden } = identity;
    if (!wasHidden || participantId === record.agentParticipantId) return 'agent';
    if (userId !== null && userId === record.agentId) return 'agent';
    return userId !== null && viewpoint.isWatched(userId) ? 'agent' : 'supervisor';
  };
}

const modeOfVisibility = { supervisors: 'monitor', agents: 'coach', everyone: 'bargeIn' } as const satisfies Record<
  Visibility,
  Mode
>;

/**
 * Returns the supervisor's visibility in an active chat; `null` if uncertain. If the participant list omits it, the
 * newest own join or mode-change entry decides, unless a gap may follow it.
 */
export function ownVisibility(record: ChatRecord, viewpoint: IdentityContext): Visibility | null {
  if (record.state !== 'active') return null;
  const own = ownAmong(record.participants, record, viewpoint);
  const reported = new Set(own.map(({ visibility }) => visibility));
  if (reported.size !== 1) return null;
  const [visibility = null] = reported;
  return visibility ?? visibilityOfOwnLine(record, new Set(own.map(({ participantId }) => participantId)));
}

function visibilityOfOwnLine({ entries, gaps }: ChatRecord, own: ReadonlySet<string>): Visibility | null {
  const line = entries.findLast(
    ({ kind, author }) =>
      (kind === 'joined' || kind === 'rejoined') && author.participantId !== null && own.has(author.participantId),
  );
  if (line === undefined) return null;
  const isOvertaken = gaps.some(({ afterIndex }) => afterIndex !== null && afterIndex >= line.index);
  return isOvertaken ? null : line.author.visibility;
}

/** Returns the confirmed mode; `null` if uncertain. */
export function confirmedMode(record: ChatRecord, viewpoint: IdentityContext): Mode | null {
  const visibility = ownVisibility(record, viewpoint);
  return visibility === null ? null : modeOfVisibility[visibility];
}

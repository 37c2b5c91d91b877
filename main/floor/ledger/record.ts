import type { ChatAction, ChatState, CustomerField, Medium, Visibility } from '../../../preload/contract';
import type { Clock } from '../../base/clock';
import type { ParticipantUpdate, CurrentSupervisor } from '../events';
import { noEntries, type StoredEntries } from './entries';
import { firstStart, type NumberingStart } from './numbering';

/** Instant of a fold, passed in because the ledger has no clock. */
export interface Instant {
  /** Epoch milliseconds on the server's clock, for display. */
  readonly now: number;
  /** Monotonic milliseconds, for durations only. */
  readonly monotonicMs: number;
}

export function instantOf(clock: Clock, serverClockOffsetMs = 0): Instant {
  return { now: clock.now() + serverClockOffsetMs, monotonicMs: clock.monotonicMs() };
}

/** Facts outside a chat that identify its participants. */
export interface IdentityContext {
  readonly self: CurrentSupervisor;
  readonly isWatched: (userId: string) => boolean;
  /** Names the supervisor may appear under in addition to the name of the sign-in. */
  readonly chosenNames?: () => readonly string[];
  /** Whether windows get card and account numbers masked; absent: never. */
  readonly masksNumbers?: () => boolean;
}

/** Input of a fold in addition to the events. */
export interface FoldContext {
  readonly moment: Instant;
  readonly viewpoint: IdentityContext;
  /** Returns the next `joinOrder`. */
  readonly nextJoin: () => number;
}

/** Everything learned about one participant id. It only grows, so the order of updates does not matter. */
export interface Identity {
  readonly participantId: string;
  readonly type: ParticipantUpdate['type'];
  readonly nickname: string;
  readonly userId: string | null;
  /** Was hidden from the customer at least once; for an agent this means a supervisor. */
  readonly wasHidden: boolean;
  /** Was hidden from agents too; only a supervisor is, never a consulted colleague. */
  readonly wasUnseen: boolean;
}

/** Newest typing event of one participant. */
export interface TypingMark {
  readonly index: number;
  readonly isTyping: boolean;
  readonly visibility: Visibility;
  readonly at: number;
  readonly expiresAtMs: number;
}

/** A gap as opened; its end follows from the entries. */
export interface OpenedGap {
  readonly afterIndex: number | null;
  readonly from: number;
  readonly to: number;
}

/** Everything the ledger stores about one chat. Immutable. */
export interface ChatRecord extends StoredEntries {
  readonly id: string;
  readonly medium: Medium;
  /** False while only messages arrived: the chat is hidden. */
  readonly isAnnounced: boolean;
  /** Removed from the list by the supervisor; kept for a while, so that a late event does not show it again. */
  readonly isDismissed: boolean;
  readonly state: ChatState;
  readonly allowedActions: readonly ChatAction[];
  readonly participants: readonly ParticipantUpdate[];
  readonly participantsLeftOut: number;
  readonly customerData: readonly CustomerField[];
  readonly customerDataLeftOut: number;
  readonly receivedAt: number | null;
  readonly firstSeenAt: number;
  readonly firstReceivedMs: number;
  readonly endedAt: number | null;
  readonly endedAtMs: number | null;
  /** Monotonic milliseconds of the last reported end. A return keeps it, because that event may be repeated. */
  readonly lastEndMs: number | null;
  /** The end was found by a resync, not reported: messages before it may still arrive, or are lost with the stream. */
  readonly isEndInferred: boolean;
  /** Number of the last join, from this console or another; `null` before the first. */
  readonly joinOrder: number | null;
  readonly joinedByInvitation: boolean;
  /** Pending intrude request; the next invitation answers it, however soon after the end. */
  readonly requestedJoin: ExpectedChat | null;
  /** The supervisor's participant ids of past joins; an event that names one of them is late. */
  readonly pastOwnParticipantIds: readonly string[];
  /** Participant ids inferred without a user id; see `learnOwnId`. */
  readonly ownIds: readonly string[];
  readonly customerName: string | null;
  readonly agentId: string | null;
  readonly agentName: string | null;
  /** Participant id of the agent, current or last; `null` until a participant list contains it. */
  readonly agentParticipantId: string | null;
  readonly identities: ReadonlyMap<string, Identity>;
  /** Starts and restarts of the server's numbering. */
  readonly numberingStarts: readonly NumberingStart[];
  readonly gaps: readonly OpenedGap[];
  readonly typing: ReadonlyMap<string, TypingMark>;
  /** Highest index each participant wrote or left at; typing events below it have expired. */
  readonly spokeAt: ReadonlyMap<string, number>;
  readonly newestAt: number;
}

/** Directory entry of a chat of an intrude request; an invitation often contains no names. */
export interface ExpectedChat {
  readonly medium: Medium;
  readonly agentId: string;
  readonly agentName: string | null;
  readonly customerName: string | null;
}

export function emptyRecord(id: string, moment: Instant): ChatRecord {
  return {
    id,
    medium: 'chat',
    isAnnounced: false,
    isDismissed: false,
    state: 'unknown',
    allowedActions: [],
    participants: [],
    participantsLeftOut: 0,
    customerData: [],
    customerDataLeftOut: 0,
    receivedAt: null,
    firstSeenAt: moment.now,
    firstReceivedMs: moment.monotonicMs,
    endedAt: null,
    endedAtMs: null,
    lastEndMs: null,
    isEndInferred: false,
    joinOrder: null,
    joinedByInvitation: false,
    requestedJoin: null,
    pastOwnParticipantIds: [],
    ownIds: [],
    customerName: null,
    agentId: null,
    agentName: null,
    agentParticipantId: null,
    identities: new Map(),
    ...noEntries,
    numberingStarts: firstStart,
    gaps: [],
    typing: new Map(),
    spokeAt: new Map(),
    newestAt: 0,
  };
}

export function hasEnded(state: ChatState): boolean {
  return state === 'left' || state === 'finished' || state === 'revoked' || state === 'joinFailed';
}

/** Whether the supervisor watches the chat or may join it. */
export function isLive(record: ChatRecord): boolean {
  return record.isAnnounced && !record.isDismissed && !hasEnded(record.state);
}

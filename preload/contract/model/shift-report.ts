import type { AttentionRule } from '../attention-rules';
import type { RequestCounts } from './journal';
import type { Mode } from './mode';

/**
 * What became of a chat after the supervisor coached. `solved`: every alert that was open at its start ended within ten
 * minutes after it, in the running chat. `bargedIn`: the supervisor wrote to the customer next. `chatEnded`: the chat
 * ended first. `open`: an alert went on. `noAlert`: there was none. `notKnown`: the records end before.
 */
export type CoachingOutcome = 'solved' | 'bargedIn' | 'chatEnded' | 'open' | 'noAlert' | 'notKnown';

/** A time in which others could see the supervisor. */
export interface Intervention {
  readonly chatId: string;
  /** `null`: not known. */
  readonly agentId: string | null;
  readonly mode: 'coach' | 'bargeIn';
  readonly at: number;
  /** Milliseconds; `null`: its end is not known. */
  readonly lastedMs: number | null;
  /** Messages that were requested in it. */
  readonly messageCount: number;
  /** For coach; `null` for barge in. */
  readonly outcome: CoachingOutcome | null;
}

/** Alerts of one period. A reason that gets hotter is the same alert. */
export interface AlertResponses {
  readonly total: number;
  readonly urgent: number;
  /** The supervisor reacted: opened the chat, marked it as handled, joined, changed the mode or wrote. */
  readonly answered: number;
  /** The chat was open already. */
  readonly alreadyOpen: number;
  /** Ended before anyone reacted. */
  readonly endedBefore: number;
  /** No reaction until the end of the records. */
  readonly unanswered: number;
  /** Of the answered ones, in milliseconds; `null` if there are none. */
  readonly medianMs: number | null;
  readonly slowest: { readonly ms: number; readonly chatId: string; readonly rule: AttentionRule } | null;
}

export interface AgentReport {
  /** `null`: chats whose agent is not known. */
  readonly agentId: string | null;
  readonly chatCount: number;
  /** Milliseconds in each mode; chats at the same time are added up. */
  readonly byMode: Readonly<Record<Mode | 'unknown', number>>;
  /** An end is not known, so it may have been longer. */
  readonly isAtLeast: boolean;
}

/** The supervisor's shift, from the records of the journal alone. Contains ids, no names of customers. */
export interface ShiftReport {
  readonly from: number;
  readonly to: number;
  /** First and last record of the period; `null` if there is none. */
  readonly recorded: { readonly from: number; readonly to: number } | null;
  /** Records that were lost in the period, so that figures are minimums. */
  readonly lostRecords: number;
  readonly isDamaged: boolean;
  readonly chatCount: number;
  readonly messages: { readonly toAgents: number; readonly toEveryone: number };
  readonly interventions: readonly Intervention[];
  readonly alerts: AlertResponses;
  /** The longest watched first. */
  readonly agents: readonly AgentReport[];
  readonly requests: RequestCounts;
}

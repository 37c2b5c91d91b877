import type { AttentionReason, AttentionRuleSettings } from './attention';

/** What a reason adds to the score of its chat, by cause. */
export interface ReasonWeight {
  /** Weight of the rule. */
  readonly rule: number;
  /** More than all warnings together. */
  readonly urgent: number;
  /** More than everything else together. */
  readonly noAgent: number;
}

export interface WeighedReason {
  readonly reason: AttentionReason;
  readonly weight: ReasonWeight;
  readonly thresholds: Pick<AttentionRuleSettings, 'threshold' | 'hotThreshold'>;
}

/**
 * Something that may happen next. `reply`: an agent or the supervisor writes to the customer. `agentJoins`: another
 * agent, who does not count as new, takes the chat over. `acknowledge`: the supervisor marks all reasons as handled.
 * `end`: the chat ends. `wait`: no one writes in any chat.
 */
export type NextThing = 'reply' | 'agentJoins' | 'acknowledge' | 'end' | 'wait';

/** Where the chat goes if this happens next, and nothing else. */
export interface PlaceClaim {
  readonly thing: NextThing;
  /** Position from 1; `null`: the chat is not in the queue any more. */
  readonly place: number | null;
  /** Milliseconds until then; 0 for everything but `wait`. `null`: nothing changes within `AttentionWhy.horizonMs`. */
  readonly inMs: number | null;
}

/** Why a chat is where it is in the attention order, and what would change it. */
export interface AttentionWhy {
  readonly chatId: string;
  /** Epoch milliseconds on the server's clock for which all of this holds. */
  readonly at: number;
  /** Position from 1; `null`: not in the queue. */
  readonly place: number | null;
  readonly isSnoozed: boolean;
  /** Chats in the queue. */
  readonly total: number;
  readonly score: number;
  /** Hottest first. */
  readonly reasons: readonly WeighedReason[];
  readonly acknowledged: readonly WeighedReason[];
  /** A part of the conversation is missing, so silence cannot be determined. */
  readonly hasGap: boolean;
  /** The chat directly before it, and what puts it there; `null` for the first one. */
  readonly ahead: {
    readonly chatId: string;
    readonly score: number;
    /** `id`: nothing else distinguishes them. */
    readonly decidedBy: 'score' | 'age' | 'id';
  } | null;
  /** Empty while the floor is not live: then nothing is said about what comes next. */
  readonly claims: readonly PlaceClaim[];
  readonly horizonMs: number;
}

import type { AttentionRule, PhraseLanguage, PhraseListName } from '../attention-rules';

/** One reason, with the values for its sentence. */
export interface AttentionReason {
  readonly rule: AttentionRule;
  readonly severity: 'hot' | 'warm';
  /** Epoch milliseconds of its start; the reader computes the age. */
  readonly since: number | null;
  /** Number of messages, repetitions or transfers. */
  readonly count: number | null;
  /** Quotation from the chat, a few words long. Untrusted text; never logged. */
  readonly words: string | null;
  /** Index of the entry that caused it. */
  readonly entryIndex: number | null;
}

/** Attention of a chat; chats without reasons have none. */
export interface ChatAttention {
  readonly chatId: string;
  /** Hottest first; empty if all reasons are acknowledged. */
  readonly reasons: readonly AttentionReason[];
  /** Acknowledged reasons: hidden until they get worse. */
  readonly acknowledged: readonly AttentionReason[];
  /**
   * Higher scores rank first. Depends on the reasons, never on time alone; of equal scores the older reason ranks
   * first.
   */
  readonly score: number;
  /** A part of the conversation is missing, so silence cannot be determined. */
  readonly hasGap: boolean;
  /** For a chat that the supervisor has not joined, known from the agent's list; otherwise `null`. */
  readonly unjoined: {
    readonly agentId: string;
    readonly agentName: string;
    readonly customerName: string | null;
  } | null;
}

export interface AttentionRuleSettings {
  readonly isOn: boolean;
  /** Seconds for time-based rules, a number for counting rules. */
  readonly threshold: number;
  /** Threshold for hot; `null` means never. */
  readonly hotThreshold: number | null;
}

export type AttentionPhrases = Readonly<Record<PhraseListName, Readonly<Record<PhraseLanguage, readonly string[]>>>>;

export interface AttentionSettings {
  readonly rules: Readonly<Record<AttentionRule, AttentionRuleSettings>>;
  readonly phrases: AttentionPhrases;
  /** Directory ids of agents who count as new, and groups whose agents all do. */
  readonly newAgentIds: readonly string[];
  readonly newAgentGroups: readonly string[];
}

export interface AttentionExample {
  readonly chatId: string;
  readonly customerName: string | null;
  readonly at: number;
  readonly reason: AttentionReason;
}

/** What one rule would have flagged in the last hour, in the chats still listed. */
export interface AttentionPreviewLine {
  readonly rule: AttentionRule;
  readonly chatCount: number;
  readonly hotCount: number;
  readonly examples: readonly AttentionExample[];
}

export interface AttentionPreview {
  /** Start of the evaluated period. */
  readonly from: number;
  readonly chatsChecked: number;
  /** Number of chats that at least one rule would have flagged. */
  readonly chatsFlagged: number;
  readonly lines: readonly AttentionPreviewLine[];
}

/** Why a chat may need a person. Each is one rule in main and one word in the catalogue (`attention.rule.*`). */
export type AttentionRule =
  | 'orphan'
  | 'customerWaiting'
  | 'agentSilent'
  | 'unanswered'
  | 'repeated'
  | 'escalationWords'
  | 'threats'
  | 'insults'
  | 'danger'
  | 'watchedWords'
  | 'pingPong'
  | 'longHandling'
  | 'newAgent';

/** One reason, in a shape that a sentence can be made of. */
export interface AttentionReason {
  readonly rule: AttentionRule;
  readonly severity: 'hot' | 'warm';
  /** Since when it is so, epoch milliseconds; the reader computes the age. */
  readonly since: number | null;
  /** How many messages, repetitions or transfers. */
  readonly count: number | null;
  /** What was said, quoted from the chat and cut to a few words. Hostile text; never logged. */
  readonly words: string | null;
  /** The entry that shows it. */
  readonly entryIndex: number | null;
}

/** A chat of which there is something to say. Chats that go well have none of these. */
export interface ChatAttention {
  readonly chatId: string;
  /** Hottest first. Empty when all there was has been seen to. */
  readonly reasons: readonly AttentionReason[];
  /** What the supervisor marked as seen to: quiet until it gets worse. */
  readonly acknowledged: readonly AttentionReason[];
  /** The higher, the sooner. Changes with the reasons, never with the clock alone; ties go to the older reason. */
  readonly score: number;
  /** Silence cannot be told here: part of the conversation is missing. */
  readonly hasGap: boolean;
  /** For a chat the supervisor is not in, known from the agent's list only; `null` for the others. */
  readonly unjoined: {
    readonly agentId: string;
    readonly agentName: string;
    readonly customerName: string | null;
  } | null;
}

export interface AttentionRuleSettings {
  readonly isOn: boolean;
  /** Seconds for rules of time, a number of times for rules that count. */
  readonly threshold: number;
  /** From here on it is hot; `null`: it never is. */
  readonly hotThreshold: number | null;
}

/** Languages with phrases of their own; `any` holds what the supervisor added without saying the language. */
export type PhraseLanguage = 'any' | 'en' | 'de' | 'fr' | 'es' | 'ar';

/**
 * What is listened for. `escalationWords`, `threats`, `insults`, `danger` and `watchedWords` are what the rules of these names
 * find; `repeated` says that something was said before; each phrase of `sameMeaning` holds words of one meaning; `relief`
 * says that all is well again. How phrases are written: `main/floor/attention/phrases.ts`.
 */
export type PhraseListName =
  'escalationWords' | 'threats' | 'insults' | 'danger' | 'watchedWords' | 'repeated' | 'sameMeaning' | 'relief';

export type AttentionPhrases = Readonly<Record<PhraseListName, Readonly<Record<PhraseLanguage, readonly string[]>>>>;

export interface AttentionSettings {
  readonly rules: Readonly<Record<AttentionRule, AttentionRuleSettings>>;
  readonly phrases: AttentionPhrases;
  /** Agents who count as new, by directory id, and groups whose agents all do. */
  readonly newAgentIds: readonly string[];
  readonly newAgentGroups: readonly string[];
}

export interface AttentionExample {
  readonly chatId: string;
  readonly customerName: string | null;
  readonly at: number;
  readonly reason: AttentionReason;
}

/** What one rule would have raised in the last hour, in the chats that are still listed. */
export interface AttentionPreviewLine {
  readonly rule: AttentionRule;
  readonly chatCount: number;
  readonly hotCount: number;
  readonly examples: readonly AttentionExample[];
}

export interface AttentionPreview {
  /** From when on it was looked at. */
  readonly from: number;
  readonly chatsChecked: number;
  /** How many chats at least one rule would have raised. */
  readonly chatsFlagged: number;
  readonly lines: readonly AttentionPreviewLine[];
}

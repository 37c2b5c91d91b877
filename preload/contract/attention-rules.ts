/**
 * How a hot reason alerts. `badge`: only counted at the icon. `insistent`: with sound, repeated until the chat is looked
 * at or the notification is closed.
 */
export type AlertLevel = 'off' | 'badge' | 'toast' | 'sound' | 'insistent';

/** Which uses of its phrases a rule counts, besides the plain ones of the customer. */
export interface PhraseUse {
  readonly toAgents: boolean;
  readonly toJokes: boolean;
  readonly toQuotes: boolean;
  /** A question that contains only the word is a topic, not a mention: "Does that cover a lawyer?" */
  readonly toBareQuestions: boolean;
  /** The customer's later relief takes the mention back. */
  readonly endsWithRelief: boolean;
}

/** Languages with phrases of their own; `any` contains what the supervisor added without a language. */
export const phraseLanguages = ['any', 'en', 'de', 'fr', 'es', 'ar'] as const;
export type PhraseLanguage = (typeof phraseLanguages)[number];

/** What is known of a rule without evaluating it. */
export interface AttentionRuleRecord<List extends string = string> {
  /** What its thresholds count: seconds or occurrences. */
  readonly measure: 'time' | 'times';
  /** Default threshold of a warning. */
  readonly warm: number;
  /** Default threshold for urgent; `null` means never. */
  readonly hot: number | null;
  /** Rank among reasons of the same severity. Different for each rule, so that the order is total. */
  readonly weight: number;
  /** Usual level of its alert. */
  readonly alert: AlertLevel;
  /** An acknowledged reason returns when it has lasted twice as long, not only when it is repeated. */
  readonly getsWorseWithTime: boolean;
  /** Phrase lists that its card edits. */
  readonly lists: readonly List[];
  /** For a rule whose phrases alone are a reason: the uses that count. Others have a function in `main/floor/attention/rules.ts`. */
  readonly phraseUse: PhraseUse | null;
  /** Its card selects the new agents. */
  readonly hasNewAgents: boolean;
}

const plain = { alert: 'toast', lists: [], phraseUse: null, hasNewAgents: false } as const;
const ofCustomer: PhraseUse = {
  toAgents: false,
  toJokes: false,
  toQuotes: false,
  toBareQuestions: false,
  endsWithRelief: true,
};

/**
 * All attention rules, in the order of importance to a supervisor: neglected customers, upset customers, chats to check.
 * Types, schema, defaults, ranking and cards follow from the records. Texts: `attention.rule`, `.chip` and `.sentence`,
 * `outside.notification.why`, and one for each list; the compiler names a missing one
 * (`renderer/locales/attention-texts.ts`). The defaults are late enough that a normal floor raises few reasons, early
 * enough that none is lost.
 */
export const attentionRules = {
  orphan: timed({ warm: 15, hot: 15, weight: 60, alert: 'sound' }),
  danger: said('danger', {
    warm: 1,
    hot: 1,
    weight: 50,
    alert: 'insistent',
    phraseUse: { ...ofCustomer, toQuotes: true, toBareQuestions: true, endsWithRelief: false },
  }),
  customerWaiting: timed({ warm: 90, hot: 180, weight: 30 }),
  unanswered: { ...counted({ warm: 3, hot: 5, weight: 20 }), getsWorseWithTime: true },
  agentSilent: timed({ warm: 300, hot: 600, weight: 24 }),
  escalationWords: said('escalationWords', {
    warm: 1,
    hot: 1,
    weight: 28,
    alert: 'sound',
    phraseUse: { ...ofCustomer, toJokes: true },
  }),
  threats: said('threats', { warm: 1, hot: 1, weight: 27, alert: 'sound', phraseUse: ofCustomer }),
  insults: said('insults', {
    warm: 1,
    hot: 2,
    weight: 26,
    alert: 'sound',
    phraseUse: { ...ofCustomer, toAgents: true, toBareQuestions: true },
  }),
  repeated: { ...counted({ warm: 2, hot: 3, weight: 22 }), lists: ['repeated', 'sameMeaning'] },
  pingPong: counted({ warm: 2, hot: 3, weight: 16 }),
  watchedWords: said('watchedWords', {
    warm: 1,
    hot: null,
    weight: 12,
    phraseUse: { toAgents: true, toJokes: true, toQuotes: true, toBareQuestions: true, endsWithRelief: false },
  }),
  longHandling: timed({ warm: 1_500, hot: null, weight: 8 }),
  newAgent: { ...timed({ warm: 300, hot: null, weight: 6 }), hasNewAgents: true },
} as const satisfies Readonly<Record<string, AttentionRuleRecord>>;

type Records = typeof attentionRules;
export type AttentionRule = keyof Records;
/** Rules for which a phrase alone is a reason. */
export type SaidRule = {
  [Rule in AttentionRule]: Records[Rule] extends { readonly phraseUse: PhraseUse } ? Rule : never;
}[AttentionRule];

/**
 * Phrase lists: those of the rules, and `relief`, which ends a reason. `repeated` marks a repetition, and each phrase of
 * `sameMeaning` lists words of one meaning. Syntax: `main/floor/attention/phrases.ts`.
 */
export type PhraseListName = Records[AttentionRule]['lists'][number] | 'relief';

export const attentionRuleNames = Object.keys(attentionRules) as readonly AttentionRule[];
export const saidRules = attentionRuleNames.filter((rule): rule is SaidRule => attentionRules[rule].phraseUse !== null);
export const phraseListNames: readonly PhraseListName[] = [
  ...attentionRuleNames.flatMap((rule): readonly PhraseListName[] => attentionRules[rule].lists),
  'relief',
];

/** Returns a value for each rule. */
export function forEachRule<Value>(valueOf: (rule: AttentionRule) => Value): Record<AttentionRule, Value> {
  return Object.fromEntries(attentionRuleNames.map((rule) => [rule, valueOf(rule)])) as Record<AttentionRule, Value>;
}

/** Returns a value for each phrase list. */
export function forEachList<Value>(valueOf: (list: PhraseListName) => Value): Record<PhraseListName, Value> {
  return Object.fromEntries(phraseListNames.map((list) => [list, valueOf(list)])) as Record<PhraseListName, Value>;
}

/** Returns a value for each language of phrases. */
export function forEachPhraseLanguage<Value>(
  valueOf: (language: PhraseLanguage) => Value,
): Record<PhraseLanguage, Value> {
  return Object.fromEntries(phraseLanguages.map((language) => [language, valueOf(language)])) as Record<
    PhraseLanguage,
    Value
  >;
}

type Thresholds = Pick<AttentionRuleRecord, 'warm' | 'hot' | 'weight'> & Partial<Pick<AttentionRuleRecord, 'alert'>>;

function timed(thresholds: Thresholds) {
  return { ...plain, ...thresholds, measure: 'time', getsWorseWithTime: true } as const;
}

function counted(thresholds: Thresholds) {
  return { ...plain, ...thresholds, measure: 'times', getsWorseWithTime: false } as const;
}

/** A rule for the phrases of a list. */
function said<const List extends string>(list: List, record: Thresholds & { readonly phraseUse: PhraseUse }) {
  return { ...counted(record), phraseUse: record.phraseUse, lists: [list] } as const;
}

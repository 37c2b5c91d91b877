import { z } from 'zod';
import type { AttentionPhrases, AttentionRule, AttentionSettings, PhraseLanguage } from '../../preload/contract';
import { attentionSchema, defaultAttention } from './attention-settings';
import { firstEscalationPhrases, firstWatchedPhrases } from './phrases/first-version';

/** Attention settings read from disk, and whether a part was invalid. */
export interface ReadAttention {
  readonly settings: AttentionSettings;
  readonly isInvalid: boolean;
}

type Plain = Readonly<Record<string, unknown>>;
type ByLanguage = AttentionPhrases[keyof AttentionPhrases];

const plainObject = z.record(z.string(), z.unknown());
const phraseList = attentionSchema.shape.phrases.shape.watchedWords.shape.any;
const difference = z.object({ added: phraseList.default([]), removed: phraseList.default([]) });
/** A list written by hand replaces the whole list. */
const storedList = z.union([phraseList, difference]);

const ruleNames = attentionSchema.shape.rules.keyof().options;
const listNames = attentionSchema.shape.phrases.keyof().options;
const languages = attentionSchema.shape.phrases.shape.watchedWords.keyof().options;

/**
 * Reads the formats of `storedAttention` and of the first version. Each rule and list is independent: a missing or
 * invalid one gets its default, the others keep their values.
 */
export function readAttention(stored: unknown): ReadAttention {
  const whole = plainObject.safeParse(stored);
  if (!whole.success) return { settings: defaultAttention, isInvalid: stored !== undefined };
  let isInvalid = false;
  const good = <T>(schema: z.ZodType<T>, value: unknown, fallback: T): T => {
    if (value === undefined) return fallback;
    const parsed = schema.safeParse(value);
    if (!parsed.success) isInvalid = true;
    return parsed.success ? parsed.data : fallback;
  };
  const rules = { ...defaultAttention.rules };
  const storedRules = good(plainObject, whole.data['rules'], {});
  for (const name of ruleNames) {
    rules[name] = good(attentionSchema.shape.rules.shape[name], storedRules[name], rules[name]);
  }
  const phrases: Record<keyof AttentionPhrases, ByLanguage> = { ...defaultAttention.phrases };
  const storedPhrases = good(plainObject, whole.data['phrases'], {});
  for (const name of listNames) {
    const byLanguage = { ...phrases[name] };
    const ofList = good(plainObject, storedPhrases[name], {});
    for (const language of languages) {
      byLanguage[language] = tuned(byLanguage[language], good(storedList, ofList[language], unchanged));
    }
    phrases[name] = byLanguage;
  }
  const ownOfFirst = (name: string, defaults: readonly string[]): readonly string[] =>
    good(phraseList, whole.data[name], []).filter((phrase) => !defaults.includes(phrase));
  return {
    settings: {
      rules,
      phrases: {
        ...phrases,
        escalationWords: withOwn(phrases.escalationWords, ownOfFirst('escalationPhrases', firstEscalationPhrases)),
        watchedWords: withOwn(phrases.watchedWords, ownOfFirst('watchedPhrases', firstWatchedPhrases)),
      },
      newAgentIds: good(attentionSchema.shape.newAgentIds, whole.data['newAgentIds'], []),
      newAgentGroups: good(attentionSchema.shape.newAgentGroups, whole.data['newAgentGroups'], []),
    },
    isInvalid,
  };
}

/**
 * Returns what is written to disk: only differences from the defaults, so that new defaults reach users who did not
 * change them. Unknown parts of another version are kept.
 */
export function storedAttention(settings: AttentionSettings, before: unknown): unknown {
  const kept = without(asObject(before), ['escalationPhrases', 'watchedPhrases']);
  const changedRules = ruleNames.filter((name) => !isSame(settings.rules[name], defaultAttention.rules[name]));
  const rulesBefore = asObject(kept['rules']);
  const known = ruleNames.filter((name) => changedRules.includes(name) || isReadable(name, rulesBefore[name]));
  return {
    ...kept,
    rules: {
      ...without(rulesBefore, known),
      ...Object.fromEntries(changedRules.map((name): [AttentionRule, unknown] => [name, settings.rules[name]])),
    },
    phrases: storedPhrases(settings.phrases, asObject(kept['phrases'])),
    newAgentIds: settings.newAgentIds,
    newAgentGroups: settings.newAgentGroups,
  };
}

/** Returns whether this version can read the stored rule; an unreadable one stays until the user changes it here. */
function isReadable(name: AttentionRule, stored: unknown): boolean {
  return attentionSchema.shape.rules.shape[name].safeParse(stored).success;
}

function storedPhrases(phrases: AttentionPhrases, before: Plain): Plain {
  const stored: Record<string, unknown> = without(before, listNames);
  for (const name of listNames) {
    const byLanguage: Record<string, unknown> = without(asObject(before[name]), languages);
    for (const language of languages) {
      const changed = changesOf(phrases[name][language], defaultAttention.phrases[name][language]);
      if (changed !== null) byLanguage[language] = changed;
    }
    if (Object.keys(byLanguage).length > 0) stored[name] = byLanguage;
  }
  return stored;
}

function changesOf(now: readonly string[], defaults: readonly string[]): z.infer<typeof difference> | null {
  const added = now.filter((phrase) => !defaults.includes(phrase));
  const removed = defaults.filter((phrase) => !now.includes(phrase));
  return added.length === 0 && removed.length === 0 ? null : { added, removed };
}

const unchanged: z.infer<typeof difference> = { added: [], removed: [] };

/** Returns the list with added phrases first, where the supervisor looks for them. */
function tuned(defaults: readonly string[], stored: z.infer<typeof storedList>): readonly string[] {
  if (!('added' in stored)) return stored;
  const { added, removed } = stored;
  if (added.length === 0 && removed.length === 0) return defaults;
  const fresh = added.filter((phrase) => !defaults.includes(phrase));
  return [...fresh, ...defaults.filter((phrase) => !removed.includes(phrase))];
}

function withOwn(byLanguage: ByLanguage, own: readonly string[]): ByLanguage {
  if (own.length === 0) return byLanguage;
  const any: PhraseLanguage = 'any';
  return { ...byLanguage, [any]: [...new Set([...own, ...byLanguage.any])] };
}

function asObject(value: unknown): Plain {
  const parsed = plainObject.safeParse(value);
  return parsed.success ? parsed.data : {};
}

function without(value: Plain, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));
}

function isSame(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

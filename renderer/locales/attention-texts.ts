import type { AttentionRule, PhraseListName } from '../../preload/contract/attention-rules';

type ForEachRule<Text> = Readonly<Record<AttentionRule, Text>>;

/** Texts that a catalogue has for each attention rule and phrase list. */
export interface AttentionTexts {
  readonly attention: {
    readonly rule: ForEachRule<{ readonly name: string; readonly what: string }>;
    readonly chip: ForEachRule<string>;
    readonly sentence: ForEachRule<string>;
    readonly tune: { readonly words: { readonly lists: Readonly<Record<PhraseListName, string>> } };
  };
  readonly outside: { readonly notification: { readonly why: ForEachRule<string> } };
}

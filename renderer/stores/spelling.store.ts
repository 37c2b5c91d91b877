import { defineStore } from 'pinia';
import { computed, shallowRef, triggerRef, watch } from 'vue';
import { maxWordsPerCheck } from '../../preload/contract/spelling';
import { currentBridge } from '../bridge/bridge';
import { checkedWords, wordsOfNames, type CheckedWord } from '../domain/text/checked-words';
import { useSettingsStore } from './settings.store';

interface LookedAtText {
  readonly text: string;
  readonly names: readonly string[];
  readonly unfinished: { readonly start: number; readonly end: number } | null;
}

/** More than the words of the longest text, so that one text never pushes out its own. */
const maxKnown = 20_000;
/** The most marks of one text. */
const maxMarks = 500;

/**
 * What main said about words, until the language changes. One request is under way at a time; the words for the next are
 * those of the text as it is then. A word without an answer is not marked, nor is any when main cannot check.
 */
export const useSpellingStore = defineStore('spelling', () => {
  const settings = useSettingsStore();
  const isOn = computed(() => settings.settings.checksSpelling);
  const added = computed(() => new Set(settings.settings.addedWords));
  /** Whether a word is right. */
  const known = shallowRef(new Map<string, boolean>());
  const hasBegun = shallowRef(false);
  let isAsking = false;
  let generation = 0;

  // Each language has its dictionaries.
  watch(
    () => settings.settings.language,
    () => {
      generation += 1;
      known.value = new Map();
    },
    { flush: 'sync' },
  );

  function marksIn({ text, names, unfinished }: LookedAtText): readonly CheckedWord[] {
    if (!isOn.value || !hasBegun.value) return [];
    const marks: CheckedWord[] = [];
    const wanted = new Set<string>();
    for (const one of checkedWords(text, wordsOfNames(names))) {
      if (unfinished !== null && one.start <= unfinished.end && one.end >= unfinished.start) continue;
      const isRight = known.value.get(one.word);
      if (isRight === undefined) wanted.add(one.word);
      else if (!isRight && !added.value.has(one.word) && marks.length < maxMarks) marks.push(one);
    }
    if (wanted.size > 0) void ask([...wanted].slice(0, maxWordsPerCheck));
    return marks;
  }

  async function ask(words: readonly string[]): Promise<void> {
    if (isAsking) return;
    isAsking = true;
    const asked = generation;
    const result = await currentBridge().invoke('spelling.check', { words });
    isAsking = false;
    if (asked !== generation) triggerRef(known);
    // Without an answer the same words are not asked for again before the text changes.
    if (asked !== generation || !result.ok || result.value === null) return;
    if (known.value.size > maxKnown) known.value.clear();
    const wrong = new Set(result.value);
    for (const word of words) known.value.set(word, !wrong.has(word));
    triggerRef(known);
  }

  function begin(): void {
    hasBegun.value = true;
  }

  return { isOn, marksIn, begin };
});

import { inject, provide, shallowRef, type InjectionKey, type Ref } from 'vue';

/** A misspelt word in a text. */
export interface SpellingMark {
  readonly start: number;
  readonly end: number;
}

export interface CheckedText {
  readonly text: string;
  /** Names of people, which are not checked. */
  readonly names: readonly string[];
  /** Where a word is still being typed; it is neither looked up nor marked. `null` if none is. */
  readonly unfinished: SpellingMark | null;
}

/** What a window knows about the spelling of texts. */
export interface SpellingCheck {
  readonly isOn: Readonly<Ref<boolean>>;
  /** Prose is being typed: from now on words are looked up. */
  begin(): void;
  /** Returns the words known to be misspelt, and looks up the others. Reactive: it returns more when the answers are there. */
  marksIn(checked: CheckedText): readonly SpellingMark[];
  /** Calls back with what the supervisor chose in the context menu of a misspelt word. */
  onReplace(listener: (word: string, replacement: string) => void): () => void;
}

const checkKey: InjectionKey<SpellingCheck> = Symbol('spelling check');
const noCheck: SpellingCheck = {
  isOn: shallowRef(false),
  begin: () => undefined,
  marksIn: () => [],
  onReplace: () => () => undefined,
};

/** For the shell of a window. */
export function provideSpellingCheck(check: SpellingCheck): void {
  provide(checkKey, check);
}

/** Returns the check of the window. A component mounted alone marks nothing. */
export function useSpellingCheck(): SpellingCheck {
  return inject(checkKey, noCheck);
}

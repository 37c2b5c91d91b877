import { inject, provide, type InjectionKey } from 'vue';
import { takesText } from './key-map';
import { createSentenceGuard, type SentenceGuard } from './sentence-guard';

const guardKey: InjectionKey<SentenceGuard> = Symbol('sentence guard');

/** For the app's root: provides the sentence guard of the window. */
export function provideSentenceGuard(guard: SentenceGuard): void {
  provide(guardKey, guard);
}

/** Returns the sentence guard. A component mounted alone gets its own without a keyboard. */
export function useSentenceGuard(): SentenceGuard {
  return inject(guardKey, () => createSentenceGuard({ elapsedMs: () => performance.now(), takesText }), true);
}

import { inject, provide, type InjectionKey } from 'vue';
import { takesText } from './key-map';
import { createSentenceGuard, type SentenceGuard } from './sentence-guard';

const guardKey: InjectionKey<SentenceGuard> = Symbol('sentence guard');

/** For the app's root: gives the one guard of the window to everything below it. */
export function provideSentenceGuard(guard: SentenceGuard): void {
  provide(guardKey, guard);
}

/** A component mounted alone gets a guard of its own that no keyboard reaches. */
export function useSentenceGuard(): SentenceGuard {
  return inject(guardKey, () => createSentenceGuard({ elapsedMs: () => performance.now(), takesText }), true);
}

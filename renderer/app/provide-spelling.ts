import { storeToRefs } from 'pinia';
import { currentBridge } from '../bridge/bridge';
import { useSpellingStore } from '../stores/spelling.store';
import { provideSpellingCheck } from '../ui/spelling/spelling-check';

/** Lets the text fields of this window mark misspelt words. */
export function provideSpelling(): void {
  const store = useSpellingStore();
  const { isOn } = storeToRefs(store);
  provideSpellingCheck({
    isOn,
    begin: store.begin,
    marksIn: store.marksIn,
    onReplace: (listener) =>
      currentBridge().on('spelling.replace', ({ word, replacement }) => {
        listener(word, replacement);
      }),
  });
}

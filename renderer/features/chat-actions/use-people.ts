import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import type { Chat } from '../../../preload/contract';
import { formattingFor } from '../../domain/text/formatting';
import { capitaliseFirst, readerLabels } from '../../domain/modes/reader-words';
import { agentsOf, customersOf, readersOf } from '../../domain/modes/readers';
import type { Reader } from '../../domain/modes/readers';
import { useSessionStore } from '../../stores/session.store';

interface People {
  readonly names: string;
  /** Capitalised, for the start of a sentence. */
  readonly opening: string;
  readonly count: number;
}

/** The participants of a chat as named in sentences. */
export function usePeople(chat: () => Chat) {
  const { t, locale } = useI18n();
  const session = useSessionStore();

  function named(readers: readonly Reader[]): People {
    const words = readerLabels(readers, (key, values) => t(key, values ?? {}));
    const names = formattingFor(locale.value).list(words);
    return { names, opening: capitaliseFirst(readers, names), count: words.length };
  }

  return {
    customers: computed(() => named(customersOf(chat(), session.ownNames))),
    colleagues: computed(() => named(agentsOf(chat(), session.ownNames))),
    readers: computed(() => ({
      everyone: named(readersOf(chat(), 'everyone', session.ownNames)),
      agents: named(readersOf(chat(), 'agents', session.ownNames)),
    })),
  };
}

import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import type { Chat } from '../../../preload/contract';
import { formattingFor } from '../../domain/text/formatting';
import { capitaliseFirst, readerLabels } from '../../domain/modes/reader-words';
import { customersOf, readersOf, unlistedReaders } from '../../domain/modes/readers';
import type { Audience, Reader } from '../../domain/modes/readers';
import { useSessionStore } from '../../stores/session.store';

interface Named {
  readonly names: string;
  /** Capitalised, for the start of a sentence. */
  readonly opening: string;
  readonly count: number;
}

/** The audiences of a chat by name. */
export function useAudienceLabels(chat: () => Chat) {
  const { t, locale } = useI18n();
  const session = useSessionStore();

  function named(readers: readonly Reader[], unlisted = 0): Named {
    const formatting = formattingFor(locale.value);
    const words = readerLabels(readers, (key, values) => t(key, values ?? {}));
    const more = unlisted === 0 ? [] : [t('sidePanel.moreReaders', { count: unlisted })];
    const names = formatting.list([...words, ...more]);
    return { names, opening: capitaliseFirst(readers, names), count: words.length + unlisted };
  }

  const byAudience = computed<Readonly<Record<Audience, Named>>>(() => ({
    everyone: named(readersOf(chat(), 'everyone', session.ownNames), unlistedReaders(chat(), 'everyone')),
    agents: named(readersOf(chat(), 'agents', session.ownNames), unlistedReaders(chat(), 'agents')),
  }));
  const customers = computed(() => named(customersOf(chat(), session.ownNames)));
  return { byAudience, customers };
}

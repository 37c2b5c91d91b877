import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import type { Chat } from '../../../preload/contract';
import { formattingFor } from '../../domain/text/formatting';
import { capitaliseFirst, readerLabels } from '../../domain/modes/reader-words';
import { agentsOf, readersOf, unlistedReaders } from '../../domain/modes/readers';
import type { Reader } from '../../domain/modes/readers';
import { useSessionStore } from '../../stores/session.store';

/** The participants of a chat as named in sentences. */
export function useChatNames(chat: () => Chat) {
  const { t, locale } = useI18n();
  const session = useSessionStore();
  const formatting = computed(() => formattingFor(locale.value));

  function inWords(readers: readonly Reader[], unlisted = 0) {
    const labels = readerLabels(readers, (key, values) => t(key, values ?? {}));
    const more = unlisted === 0 ? [] : [t('sidePanel.moreReaders', { count: unlisted })];
    const names = formatting.value.list([...labels, ...more]);
    return { names, opening: capitaliseFirst(readers, names), count: labels.length + unlisted };
  }

  const everyone = computed(() =>
    inWords(readersOf(chat(), 'everyone', session.ownNames), unlistedReaders(chat(), 'everyone')),
  );
  const insiders = computed(() =>
    inWords(readersOf(chat(), 'agents', session.ownNames), unlistedReaders(chat(), 'agents')),
  );
  const agents = computed(() => inWords(agentsOf(chat(), session.ownNames)));
  return { formatting, everyone, insiders, agents };
}

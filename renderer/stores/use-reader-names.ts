import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import type { Chat } from '../../preload/contract';
import { capitaliseFirst, readerLabels, type GrammaticalCase } from '../domain/modes/reader-labels';
import { agentsOf, customersOf, readersOf, unlistedReaders, type Audience, type Reader } from '../domain/modes/readers';
import { formattingFor } from '../domain/text/formatting';
import { useSessionStore } from './session.store';

/** A list of readers as part of a sentence, in the case that German needs at its position. */
export interface ReaderNames {
  readonly subject: string;
  /** The subject at the start of a sentence. */
  readonly opening: string;
  /** After "to" and "for". */
  readonly object: string;
  /** After "with" and German "bei", and as the receiver of a whisper. */
  readonly dative: string;
  readonly count: number;
}

/** The readers as receivers: German whispers to someone in the dative, and writes "an" someone in the accusative. */
export function addressed(names: ReaderNames, audience: Audience): string {
  return audience === 'agents' ? names.dative : names.object;
}

/** The participants of a chat as named in sentences. Readers beyond the bounded list of participants are counted. */
export function useReaderNames(chat: () => Chat) {
  const { t, locale } = useI18n();
  const session = useSessionStore();

  function named(readers: readonly Reader[], unlisted = 0): ReaderNames {
    const more = unlisted === 0 ? [] : [t('sidePanel.moreReaders', { count: unlisted })];
    const list = (grammaticalCase: GrammaticalCase): string => {
      const labels = readerLabels(readers, (key, values) => t(key, values ?? {}), grammaticalCase);
      return formattingFor(locale.value).list([...labels, ...more]);
    };
    return {
      count: readers.length + unlisted,
      get subject() {
        return list('subject');
      },
      get opening() {
        return capitaliseFirst(readers, list('subject'));
      },
      get object() {
        return list('object');
      },
      get dative() {
        return list('dative');
      },
    };
  }

  const readersFor = computed(() => ({
    everyone: named(readersOf(chat(), 'everyone', session.ownNames), unlistedReaders(chat(), 'everyone')),
    agents: named(readersOf(chat(), 'agents', session.ownNames), unlistedReaders(chat(), 'agents')),
  }));
  const customers = computed(() => named(customersOf(chat(), session.ownNames)));
  const agents = computed(() => named(agentsOf(chat(), session.ownNames)));

  /** The sentence that names who can read a text, and the one that names who can't; `null` if everyone can. */
  function whoReads(audience: Audience): { readonly reads: string; readonly doesNot: string | null } {
    const { subject, opening, count } = readersFor.value[audience];
    if (audience === 'everyone') return { reads: t('reader.canRead', { names: opening }, count), doesNot: null };
    return {
      reads: t('reader.onlyCanRead', { names: subject }, count),
      doesNot: t('reader.cannotRead', { names: customers.value.opening }, customers.value.count),
    };
  }
  return { readersFor, customers, agents, whoReads };
}

import { shallowRef, watch, type Ref } from 'vue';
import { useI18n } from 'vue-i18n';
import type { Chat, TranscriptEntry } from '../../../preload/contract';
import { withoutInvisible } from '../../domain/text/invisible-characters';
import { toSingleLine } from '../../domain/transcript/last-message-preview';
import { useShownNames } from '../../stores/use-shown-names';
import { entriesAdded } from '../../domain/transcript/shown-part';
import { countsAsUnread } from '../../domain/transcript/unread';

/** Up to this many entries are announced one by one; beyond it, the number and the newest one. */
const mostRead = 3;

/** Announces new entries to screen readers, except the supervisor's own. */
export function useSaidAloud(chat: () => Chat, entries: () => readonly TranscriptEntry[]): Readonly<Ref<string>> {
  const { t } = useI18n();
  const names = useShownNames();
  const said = shallowRef('');
  const sentence = ({ author, text }: TranscriptEntry): string =>
    t('transcript.announce', { name: names.value.author(author, chat()), text: withoutInvisible(toSingleLine(text)) });

  watch(
    entries,
    (after, before) => {
      const come = entriesAdded(before, after).filter(countsAsUnread);
      const newest = come.at(-1);
      if (newest === undefined) return;
      said.value =
        come.length > mostRead
          ? t('transcript.announceMany', { n: come.length, newest: sentence(newest) }, come.length)
          : come.map(sentence).join('\n');
    },
    { flush: 'sync' },
  );
  return said;
}

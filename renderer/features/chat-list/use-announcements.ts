import { shallowRef, watch, type Ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { reasonLabel } from '../../domain/lists/attention-words';
import type { OrderedChat } from '../../domain/lists/chat-order';
import { isolateBidi } from '../../domain/text/invisible-characters';
import { useShownNames } from '../../stores/use-shown-names';
import type { ListedChat } from './use-list-chats';

/** The largest number of chats that are announced by name; the others are counted. */
const maxNamed = 3;

/** Announces the chats that have come to need attention, the most urgent first, also when several come at once. */
export function useAnnouncements(
  shown: Readonly<Ref<readonly OrderedChat[]>>,
  listed: Readonly<Ref<ReadonlyMap<string, ListedChat>>>,
  knownUntil: Readonly<Ref<number>>,
): Readonly<Ref<string>> {
  const { t } = useI18n();
  const names = useShownNames();
  const sentence = shallowRef('');
  watch(shown, (after, before) => {
    const known = new Set(before.filter(({ group }) => group === 'needsYou').map(({ id }) => id));
    const added = after.filter(({ id, group }) => group === 'needsYou' && !known.has(id));
    const sentences = added.flatMap(({ id }) => announcementOf(listed.value.get(id)));
    if (sentences.length === 0) return;
    const others = sentences.length - maxNamed;
    sentence.value = [
      ...sentences.slice(0, maxNamed),
      ...(others > 0 ? [t('attention.announceMore', { n: others }, others)] : []),
    ].join('\n');
  });

  function announcementOf(chat: ListedChat | undefined): readonly string[] {
    const reason = chat?.attention?.reasons[0];
    if (chat === undefined || reason === undefined) return [];
    const { rule, values } = reasonLabel(reason, knownUntil.value);
    const name = isolateBidi(names.value.customer(chat.chat) || t('reader.unnamedCustomer'));
    return [t('attention.announce', { name, reason: t(`attention.sentence.${rule}`, values, values.n) })];
  }
  return sentence;
}

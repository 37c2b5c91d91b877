import { shallowRef, watch, type Ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { reasonLabel } from '../../domain/attention-words';
import type { OrderedChat } from '../../domain/chat-order';
import { isolateBidi } from '../../domain/invisible-characters';
import { useShownNames } from '../../stores/use-shown-names';
import type { ListedChat } from './use-list-chats';

/** Says aloud which chat came to those that need a person; of several at once the most urgent, which stands highest. */
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
    const come = after.find(({ id, group }) => group === 'needsYou' && !known.has(id));
    const chat = come === undefined ? undefined : listed.value.get(come.id);
    const reason = chat?.attention?.reasons[0];
    if (chat === undefined || reason === undefined) return;
    const { rule, values } = reasonLabel(reason, knownUntil.value);
    const name = isolateBidi(names.value.customer(chat.chat) || t('chat.header.noCustomer'));
    sentence.value = t('attention.announce', { name, reason: t(`attention.sentence.${rule}`, values, values.n) });
  });
  return sentence;
}

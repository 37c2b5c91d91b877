import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import { namesIn } from '../domain/text/shown-name';
import { useSessionStore } from './session.store';

/** Names of others in the window's language, distinguished from the supervisor's own names. */
export function useShownNames() {
  const { t } = useI18n();
  const session = useSessionStore();
  return computed(() => namesIn((key, values) => t(key, values ?? {}), session.ownNames));
}

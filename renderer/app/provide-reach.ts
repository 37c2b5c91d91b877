import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import { isReachable } from '../domain/mode-offer';
import { useSessionStore } from '../stores/session.store';
import { provideActing } from '../ui/acting';

/** Whatever takes the server stands still in this window while the picture may be old; reading and writing go on. */
export function provideReach(): void {
  const { t } = useI18n();
  const session = useSessionStore();
  provideActing(computed(() => (isReachable(session.connection.phase) ? null : t('acting.offline'))));
}

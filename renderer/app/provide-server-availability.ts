import { mayAct } from '../../preload/contract/may-act';
import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import { useSessionStore } from '../stores/session.store';
import { provideOfflineReason } from '../ui/offline-reason';

/** Whatever takes the server stands still in this window while the picture may be old; reading and writing go on. */
export function provideServerAvailability(): void {
  const { t } = useI18n();
  const session = useSessionStore();
  provideOfflineReason(computed(() => (mayAct(session.connection.phase) ? null : t('acting.offline'))));
}

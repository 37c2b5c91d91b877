import { mayAct } from '../../preload/contract/may-act';
import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import { useSessionStore } from '../stores/session.store';
import { provideOfflineReason } from '../ui/offline-reason';

/**
 * Disables every control of this window that needs the server while the data may be stale; reading and writing remain
 * possible.
 */
export function provideServerAvailability(): void {
  const { t } = useI18n();
  const session = useSessionStore();
  provideOfflineReason(computed(() => (mayAct(session.connection.phase) ? null : t('acting.offline'))));
}

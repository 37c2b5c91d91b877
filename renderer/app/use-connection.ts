import { computed, type ComputedRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { useClockStore } from '../stores/clock.store';
import { useSessionStore } from '../stores/session.store';
import { viewConnection, type ConnectionView } from './connection-view';

/** The connection in the supervisor's words, turning with the one clock. */
export function useConnection() {
  const { t, d } = useI18n();
  const session = useSessionStore();
  const clock = useClockStore();
  const view: ComputedRef<ConnectionView> = computed(() => viewConnection(session.connection, clock.now));
  const phaseName = computed(() => t(`connection.phase.${view.value.phase}`));
  const reason = computed(() => t(`connection.reason.${view.value.reason}`));
  const age = computed(() => (view.value.ageSeconds === null ? t('connection.never') : spanOf(view.value.ageSeconds)));

  /** The phase with the one number that matters in it. */
  const sentence = computed(() => {
    const { phase, ageSeconds, retrySeconds } = view.value;
    if (phase === 'offline' && retrySeconds !== null) {
      return t('connection.age', {
        phase: phaseName.value,
        age: t('connection.nextAttemptIn', { seconds: retrySeconds }),
      });
    }
    const tellsAge = (phase === 'live' || phase === 'stale' || phase === 'offline') && ageSeconds !== null;
    return tellsAge ? t('connection.age', { phase: phaseName.value, age: age.value }) : phaseName.value;
  });

  /** What it means for what is on the screen. */
  const meaning = computed(() => {
    const { phase, lastGoodAt } = view.value;
    if (phase !== 'offline') return t(`connection.explain.${phase}`, { age: age.value });
    if (lastGoodAt === null) return t('connection.explain.offlineNever');
    return t('connection.explain.offline', {
      time: d(lastGoodAt, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }),
    });
  });

  function spanOf(seconds: number): string {
    if (seconds < 60) return t('duration.seconds', { seconds });
    if (seconds < 3600) return t('duration.minutes', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 });
    return t('duration.hours', { hours: Math.floor(seconds / 3600), minutes: Math.floor((seconds % 3600) / 60) });
  }

  return { view, phaseName, reason, age, sentence, meaning };
}

import { computed, type ComputedRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { sentenceValues } from '../../domain/text/sentence-values';
import { spanOf } from '../../domain/time/span';
import { useClockStore } from '../../stores/clock.store';
import { useSessionStore } from '../../stores/session.store';
import { viewConnection, type ConnectionView } from './connection-view';

/** The connection state as text, updated by the shared clock. */
export function useConnection() {
  const { t, d, locale } = useI18n();
  const session = useSessionStore();
  const clock = useClockStore();
  const view: ComputedRef<ConnectionView> = computed(() => viewConnection(session.connection, clock.now));
  const phaseName = computed(() => t(`connection.phase.${view.value.phase}`));
  const reason = computed(() =>
    view.value.phase === 'partly'
      ? t('connection.agentsNotRead')
      : t(`connection.reason.${view.value.reason}`, sentenceValues(session.connection.reasonValues, locale.value)),
  );
  const age = computed(() =>
    view.value.ageSeconds === null ? t('connection.never') : spanOf(view.value.ageSeconds, t),
  );

  /** The phase and the one number that matters in it. */
  const sentence = computed(() => {
    const { phase, ageSeconds, retrySeconds } = view.value;
    if (phase === 'offline' && retrySeconds !== null) {
      return t('connection.age', {
        phase: phaseName.value,
        age: t('connection.nextAttemptIn', { seconds: retrySeconds }),
      });
    }
    const showsAge =
      phase !== 'connecting' &&
      phase !== 'catchingUp' &&
      phase !== 'interrupted' &&
      phase !== 'signedOut' &&
      ageSeconds !== null;
    return showsAge ? t('connection.age', { phase: phaseName.value, age: age.value }) : phaseName.value;
  });

  /** The consequence for the displayed data. */
  const meaning = computed(() => {
    const { phase, lastSuccessAt } = view.value;
    if (phase !== 'offline') return t(`connection.explain.${phase}`, { age: age.value });
    if (lastSuccessAt === null) return t('connection.explain.offlineNever');
    return t('connection.explain.offline', {
      time: d(lastSuccessAt, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }),
    });
  });

  /** Says that polls are held shorter, because something on the way cuts longer ones; `null` if they are not. */
  const shortened = computed(() => {
    const { shortenedHoldMs } = session.connection;
    return shortenedHoldMs === undefined
      ? null
      : t('connection.shortened', { seconds: Math.max(1, Math.round(shortenedHoldMs / 1000)) });
  });

  return { view, phaseName, reason, age, sentence, meaning, shortened };
}

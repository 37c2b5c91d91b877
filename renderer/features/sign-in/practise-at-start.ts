import { watch } from 'vue';
import { useSessionStore } from '../../stores/session.store';

/** Started with the practice option: signs in at once, but only once per window and before any sign-in or sign-out. */
export function practiseAtStart(practise: () => Promise<void>): void {
  const session = useSessionStore();
  let wantsToPractise = true;
  watch(
    () => session.facts?.startsOnPracticeFloor === true && session.session.phase === 'signedOut',
    (mayGoIn) => {
      if (!mayGoIn || !wantsToPractise || session.connection.reason !== 'neverSignedIn') return;
      wantsToPractise = false;
      void practise();
    },
    { immediate: true },
  );
}

import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import type {
  AppInfo,
  ConnectionState,
  Done,
  Result,
  SessionState,
  SignInProfile,
  SignInTarget,
} from '../../preload/contract';
import { currentBridge } from '../bridge/bridge';
import { useToastsStore } from './toasts.store';

const notConnected: ConnectionState = {
  phase: 'signedOut',
  reason: 'neverSignedIn',
  lastSuccessAt: null,
  nextAttemptAt: null,
};

/** Who is signed in, how fresh what is shown is, and what the sign-in screen starts from. */
export const useSessionStore = defineStore('session', () => {
  const session = shallowRef<SessionState>({ phase: 'signedOut' });
  const connection = shallowRef<ConnectionState>(notConnected);
  const facts = shallowRef<AppInfo | null>(null);
  const profile = shallowRef<SignInProfile | null>(null);
  /** False until main's first snapshot is here: before it nothing can be said, not even "signed out". */
  const isKnown = shallowRef(false);

  const isSignedIn = computed(() => session.value.phase === 'signedIn');
  const who = computed(() => (session.value.phase === 'signedIn' ? session.value.who : null));

  /** Every name under which the supervisor may be known to others: whoever else bears one is told apart. */
  const ownNames = computed<readonly string[]>(() => {
    if (who.value === null) return [];
    const { displayName = '', name, userName } = who.value;
    return [...new Set([displayName, name, userName])].filter((one) => one !== '');
  });

  /** The host spoken to, which is not always the one that the profile names first; `null` on the practice floor. */
  const serverInUse = computed(() => connection.value.serverName ?? who.value?.serverName ?? null);

  async function load(): Promise<void> {
    const bridge = currentBridge();
    const [newFacts, newProfile] = await Promise.all([
      bridge.invoke('app.info', null),
      bridge.invoke('session.profile', null),
    ]);
    if (newFacts.ok) {
      facts.value = newFacts.value;
      const { settingsProblem } = newFacts.value;
      // Main hands it out once, so it is told once.
      if (settingsProblem) useToastsStore().add({ tone: 'problem', key: `settings.problem.${settingsProblem}` });
    }
    if (newProfile.ok) profile.value = newProfile.value;
  }

  function signIn(target: SignInTarget): Promise<Result<Done>> {
    return currentBridge().invoke('session.signIn', target);
  }

  function signOut(): Promise<Result<Done>> {
    return currentBridge().invoke('session.signOut', null);
  }

  async function forgetPassword(): Promise<Result<Done>> {
    const result = await currentBridge().invoke('session.forgetPassword', null);
    await load();
    return result;
  }

  return {
    session,
    connection,
    facts,
    profile,
    isKnown,
    isSignedIn,
    who,
    ownNames,
    serverInUse,
    load,
    signIn,
    signOut,
    forgetPassword,
  };
});

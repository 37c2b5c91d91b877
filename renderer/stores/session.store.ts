import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import type {
  AppInfo,
  ConnectionState,
  Done,
  PolicyState,
  Result,
  SessionState,
  SignInProfile,
  SignInTarget,
} from '../../preload/contract';
import { allRights } from '../../preload/contract/rights';
import { currentBridge } from '../bridge/bridge';
import { useToastsStore } from './toasts.store';

const notConnected: ConnectionState = {
  phase: 'signedOut',
  reason: 'neverSignedIn',
  lastSuccessAt: null,
  nextAttemptAt: null,
};

const noPolicyState: PolicyState = {
  source: null,
  locked: [],
  rights: allRights,
  allowedHosts: null,
  signInHosts: null,
  profiles: [],
  clientCertificates: [],
  negotiateHosts: [],
  updates: null,
  problems: [],
};

/** The signed-in user, the connection state, and the initial values of the sign-in page. */
export const useSessionStore = defineStore('session', () => {
  const session = shallowRef<SessionState>({ phase: 'signedOut' });
  const connection = shallowRef<ConnectionState>(notConnected);
  const facts = shallowRef<AppInfo | null>(null);
  const profile = shallowRef<SignInProfile | null>(null);
  /** False until main's first snapshot. Before it, nothing can be shown, not even "signed out". */
  const isKnown = shallowRef(false);

  /** What the administrator set; everything is allowed until main has answered, since main checks again. */
  const policy = computed<PolicyState>(() => facts.value?.policy ?? noPolicyState);

  const isSignedIn = computed(() => session.value.phase === 'signedIn');
  const who = computed(() => (session.value.phase === 'signedIn' ? session.value.who : null));

  /** All names under which others may know the supervisor; other people with such a name are marked. */
  const ownNames = computed<readonly string[]>(() => {
    if (who.value === null) return [];
    const { displayName = '', name, userName } = who.value;
    return [...new Set([displayName, name, userName])].filter((one) => one !== '');
  });

  /** The connected host, which is not always the first of the profile; `null` on the practice floor. */
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
      // Main returns it once, so it is shown once.
      if (settingsProblem) useToastsStore().add({ tone: 'problem', key: `settings.problem.${settingsProblem}` });
    }
    if (newProfile.ok) profile.value = newProfile.value;
  }

  function signIn(target: SignInTarget): Promise<Result<Done>> {
    return currentBridge().invoke('session.signIn', target);
  }

  /** Ends a sign-in that is under way; that one then fails. */
  function cancelSignIn(): Promise<Result<Done>> {
    return currentBridge().invoke('session.cancelSignIn', null);
  }

  function signOut(): Promise<Result<Done>> {
    return currentBridge().invoke('session.signOut', null);
  }

  /** Makes another server that of the sign-in page, or removes one. Returns whether that was possible. */
  async function changeServer(command: 'session.chooseServer' | 'session.removeServer', url: string): Promise<boolean> {
    return showsProfile(await currentBridge().invoke(command, { url }));
  }

  async function undoRemoveServer(): Promise<boolean> {
    return showsProfile(await currentBridge().invoke('session.undoRemoveServer', null));
  }

  function showsProfile(result: Result<SignInProfile>): boolean {
    if (result.ok) profile.value = result.value;
    else useToastsStore().addProblem(result.error);
    return result.ok;
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
    policy,
    profile,
    isKnown,
    isSignedIn,
    who,
    ownNames,
    serverInUse,
    load,
    signIn,
    cancelSignIn,
    signOut,
    changeServer,
    undoRemoveServer,
    forgetPassword,
  };
});

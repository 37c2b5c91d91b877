import { computed, watchEffect } from 'vue';
import { useConnectionCheckStore } from '../../stores/connection-check.store';
import { useSessionStore } from '../../stores/session.store';
import { useToastsStore } from '../../stores/toasts.store';
import { completeAddress, fieldsFrom, hostOf, type SignInFields } from './sign-in-form';

/** The servers of the sign-in page. `fill` replaces the fields when another one was chosen. */
export function useServers(fields: () => SignInFields, fill: (chosen: SignInFields) => void) {
  const session = useSessionStore();
  const check = useConnectionCheckStore();
  let hasChosen = false;

  const servers = computed(() => session.profile?.profiles ?? []);
  /** The policy set this server, so its addresses cannot be changed. */
  const isManaged = computed(() =>
    servers.value.some((one) => one.isManaged && completeAddress(one.serverUrl) === completeAddress(fields().url)),
  );
  watchEffect(() => {
    check.address = fields().url;
  });

  /** Returns the fields as known. The server of the command line counts until another one is chosen. */
  function filled(): SignInFields {
    return fieldsFrom(session.profile, hasChosen ? null : (session.facts?.serverFromCommandLine ?? null));
  }

  async function change(command: 'session.chooseServer' | 'session.removeServer', url: string): Promise<void> {
    hasChosen = true;
    const before = servers.value.find(({ serverUrl }) => serverUrl === url);
    if (!(await session.changeServer(command, url))) return;
    fill(filled());
    if (command !== 'session.removeServer') return;
    const name = before === undefined || before.name === '' ? (hostOf(url) ?? url) : before.name;
    const undo = (): void => void undoRemove();
    useToastsStore().add({ tone: 'done', key: 'signIn.servers.removed', values: { name }, undo });
  }

  async function undoRemove(): Promise<void> {
    if (await session.undoRemoveServer()) fill(filled());
  }

  /** A name belongs to one server, so another address does not take it along. */
  function withOwnName(part: Partial<SignInFields>): Partial<SignInFields> {
    const { name = '', serverUrl = '' } = session.profile ?? {};
    const isOther = part.url !== undefined && completeAddress(part.url) !== completeAddress(serverUrl);
    return isOther && fields().name === name ? { ...part, name: '' } : part;
  }

  /** With a single server of the user there is nothing to choose. */
  const isShown = computed(() => servers.value.length > 1 || servers.value.some((one) => one.isManaged));

  return { servers, isShown, isManaged, change, filled, withOwnName };
}

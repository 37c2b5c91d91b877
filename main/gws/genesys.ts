import type { Result } from '../../preload/contract';
import { fail } from '../base/result';
import type { ContactCentre } from '../floor/contact-centre';
import type { CurrentSupervisor } from '../floor/events';
import { routeByMedium } from './api/route-by-medium';
import { Failover } from './failover/failover';
import type { GenesysOptions, SignedInFacts } from './genesys-options';
import { createChatOperationsAdapter } from './chat-operations-adapter';
import { parseServerAddresses } from './session/address';
import type { Credentials } from './session/credentials';
import { createSupervisorAdapter } from './supervisor-adapter';
import { createQuarantine } from './wire/quarantine';

export type { GenesysOptions, SignedInFacts } from './genesys-options';

/** A contact centre run by Genesys Web Services, for one supervisor. */
export interface Genesys extends ContactCentre {
  /** Resolves when signed in; the stream goes on by itself and tells the sink how it fares. */
  signIn(credentials: Credentials): Promise<Result<SignedInFacts>>;
  /** Leaves the stream, ends the session and forgets everything; resolves in any case, reachable server or not. */
  signOut(): Promise<void>;
  wake(reason: 'resumed' | 'networkBack'): void;
  /** The agents on any screen, so that only they are asked about; `null` while there are none on any. */
  lookAt(agentIds: readonly string[] | null): void;
  self(): CurrentSupervisor | null;
}

/**
 * The room's front door. From the first sign-in to the sign-out there is one `Failover` with a connection in use; a sign-in
 * after that makes a new one, so nothing of an old session can reach a new one.
 */
export function createGenesys(options: GenesysOptions): Genesys {
  let life: Failover | null = null;
  let agentsOnScreen: readonly string[] | null = null;

  const signIn = async (credentials: Credentials): Promise<Result<SignedInFacts>> => {
    if (life !== null && !life.isOver) return fail('session.alreadySignedIn');
    const addresses = parseServerAddresses(options.baseUrl, options.otherUrls ?? []);
    if (!addresses.ok) return addresses;
    life = new Failover({ ...options, addresses: addresses.value });
    life.lookAt(agentsOnScreen);
    return life.signIn(credentials);
  };

  const caller = routeByMedium(
    async (call) => (life === null ? fail('session.signedOut') : life.call(call)),
    options.mediumOf,
  );
  const desk = createSupervisorAdapter(caller, options.nickname);

  const operations = createChatOperationsAdapter({
    caller,
    asyncClient: async (call) => (life === null ? fail('session.signedOut') : life.ask(call)),
    baseUrl: () => life?.baseUrl ?? '',
    quarantine: createQuarantine(options.log('wire')),
  });

  return {
    ...desk,
    ...operations,
    signIn,
    async signOut() {
      await life?.signOut();
    },
    wake(reason) {
      life?.wake(reason);
    },
    resynchronise() {
      life?.resynchronise();
    },
    lookAt(agentIds) {
      agentsOnScreen = agentIds;
      life?.lookAt(agentIds);
    },
    self: () => life?.self ?? null,
  };
}

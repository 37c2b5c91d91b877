import type { Result } from '../../preload/contract';
import { fail } from '../base/result';
import type { ContactCentre } from '../floor/contact-centre';
import type { CurrentSupervisor } from '../floor/events';
import type { Connection } from './connection';
import { Failover } from './failover/failover';
import type { GenesysOptions, SignedInFacts } from './genesys-options';
import type { SessionLink } from '../connection-check/ports';
import { createContactCentre } from './contact-centre-adapter';
import { parseServerAddresses } from './session/address';
import type { SignInMethod } from './session/credentials';
import { createQuarantine } from './wire/quarantine';

export type { GenesysOptions, SignedInFacts } from './genesys-options';

/** Contact centre on Genesys Web Services, for one supervisor. */
export interface Genesys extends ContactCentre {
  /** Resolves when signed in. The stream then runs on its own and reports its state to the sink. */
  signIn(method: SignInMethod): Promise<Result<SignedInFacts>>;
  /**
   * Closes the stream, ends the session and clears all state. Resolves even if the server is unreachable, with false if it
   * did not confirm the end of the session.
   */
  signOut(): Promise<boolean>;
  wake(reason: 'resumed' | 'networkBack'): void;
  /**
   * Sets the agents visible on any screen, so that only their chats are polled; `null` if no screen shows agents.
   */
  lookAt(agentIds: readonly string[] | null): void;
  self(): CurrentSupervisor | null;
  /** Returns what a connection check may look at; `null` before the first sign-in. */
  checked(): SessionLink | null;
}

/**
 * Creates the adapter. Every sign-in creates a new `Failover`, so that nothing of an old session reaches a new one.
 */
export function createGenesys(options: GenesysOptions): Genesys {
  let life: Failover | null = null;
  let agentsOnScreen: readonly string[] | null = null;

  const signIn = async (method: SignInMethod): Promise<Result<SignedInFacts>> => {
    if (life !== null && !life.isOver) return fail('session.alreadySignedIn');
    const addresses = parseServerAddresses(options.baseUrl, options.otherUrls ?? []);
    if (!addresses.ok) return addresses;
    life = new Failover({ ...options, addresses: addresses.value });
    life.lookAt(agentsOnScreen);
    return life.signIn(method);
  };

  const inUse = (): Connection | null => life?.inUse ?? null;
  const contactCentre = createContactCentre({
    client: async (request) => inUse()?.session.call(request) ?? fail('session.signedOut'),
    asyncClient: async (request) => inUse()?.replies.ask(request) ?? fail('session.signedOut'),
    baseUrl: () => inUse()?.baseUrl ?? '',
    nickname: options.nickname,
    quarantine: createQuarantine(options.log('wire')),
  });

  return {
    ...contactCentre,
    signIn,
    async signOut() {
      return (await life?.signOut()) ?? true;
    },
    wake(reason) {
      life?.wake(reason);
    },
    resynchronise() {
      inUse()?.resynchronise();
    },
    lookAt(agentIds) {
      agentsOnScreen = agentIds;
      life?.lookAt(agentIds);
    },
    self: () => inUse()?.self ?? null,
    checked: () => {
      const connection = inUse();
      if (connection === null || connection.self === null) return null;
      const { baseUrl, session, observedStream: stream } = connection;
      return { baseUrl, stream, traits: () => session.traits() };
    },
  };
}

import { succeed } from '../base/result';
import type { ContactCentre } from '../floor/contact-centre';
import type { SessionLink } from '../connection-check/ports';
import { createGenesys, type Genesys } from '../gws/genesys';
import type { GenesysOptions } from '../gws/genesys-options';
import type { PlatformPort } from './session-control';

/** Options shared by all sign-ins; address and nickname come with each. */
export type GenesysPlatformOptions = Omit<GenesysOptions, 'baseUrl' | 'otherUrls' | 'nickname'>;

export interface GenesysPlatform extends PlatformPort {
  /** Returns the contact centre of the open session; `null` while signed out. */
  contactCentre(): ContactCentre | null;
  /** Returns the connection of the open session for a check of it; `null` while signed out. */
  checkedConnection(): SessionLink | null;
  wake(reason: 'resumed' | 'networkBack'): void;
  /** Sets the agents shown in any window; `null` if there are none. */
  lookAt(agentIds: readonly string[] | null): void;
}

/** Creates the Genesys platform, with one client per sign-in. */
export function createGenesysPlatform(options: GenesysPlatformOptions): GenesysPlatform {
  let current: Genesys | null = null;
  let agentsOnScreen: readonly string[] | null = null;
  return {
    signIn: async ({ address, otherAddresses, userName, password, nickname, isPractice }) => {
      const genesys = createGenesys({ ...options, baseUrl: address, otherUrls: otherAddresses ?? [], nickname });
      current = genesys;
      genesys.lookAt(agentsOnScreen);
      const signedIn = await genesys.signIn(password === null ? 'page' : { userName, password });
      if (!signedIn.ok) {
        current = null;
        return signedIn;
      }
      const { userId, name, serverVersion, userName: knownAs } = signedIn.value;
      const serverName = isPractice ? null : hostOf(address);
      return succeed({
        who: {
          userId,
          userName: knownAs,
          name,
          ...(nickname === '' ? {} : { displayName: nickname }),
          serverName,
          isPractice,
          serverVersion,
        },
        self: { userId, userName: knownAs, nickname },
      });
    },
    signOut: async () => {
      const genesys = current;
      const isConfirmed = (await genesys?.signOut()) ?? true;
      if (current === genesys) {
        current = null;
      }
      return isConfirmed;
    },
    contactCentre: () => current,
    checkedConnection: () => current?.checked() ?? null,
    wake: (reason) => {
      current?.wake(reason);
    },
    lookAt: (agentIds) => {
      agentsOnScreen = agentIds;
      current?.lookAt(agentIds);
    },
  };
}

function hostOf(address: string): string {
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(address) ? address : `https://${address}`;
  return URL.canParse(withScheme) ? new URL(withScheme).host : address;
}

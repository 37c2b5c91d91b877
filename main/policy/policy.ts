import type { PolicyState, Settings } from '../../preload/contract';
import { allRights } from '../../preload/contract/rights';
import { isHostListed } from '../base/host-list';
import type { LogLevel } from '../base/log';
import type { UpdatePolicy } from '../updates/updates';

/** The policy of this computer, with the values that main uses. */
export interface Policy {
  readonly state: PolicyState;
  /** Values that win over the user's own. */
  readonly settings: Partial<Settings>;
  /** The least important entries that are logged; `null` leaves it to the program. */
  readonly logLevel: LogLevel | null;
  /** Where new versions come from; `null`: nothing is asked. */
  readonly updates: UpdatePolicy | null;
}

export const noPolicy: Policy = {
  state: {
    ...{ source: null, locked: [], rights: allRights, allowedHosts: null, signInHosts: null, problems: [] },
    ...{ profiles: [], clientCertificates: [], negotiateHosts: [], updates: null },
  },
  settings: {},
  logLevel: null,
  updates: null,
};

/** Returns whether a sign-in may use this host. */
export function isHostAllowed({ allowedHosts }: Pick<PolicyState, 'allowedHosts'>, host: string): boolean {
  return allowedHosts === null || isHostListed(allowedHosts, host);
}

/** Returns whether a single sign-on may open the pages of this host. */
export function isSignInHostAllowed({ signInHosts }: Pick<PolicyState, 'signInHosts'>, host: string): boolean {
  return signInHosts === null || isHostListed(signInHosts, host);
}

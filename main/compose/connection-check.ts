import type { ConnectionCheckState, FloorChange, Result } from '../../preload/contract';
import type { Clock } from '../base/clock';
import type { Logger } from '../base/log';
import { fail } from '../base/result';
import { ConnectionCheck } from '../connection-check/connection-check';
import { networkLookup } from '../electron/network/network-lookup';
import type { Http } from '../gws/http-port';
import { parseServerAddress } from '../gws/session/address';
import { HttpServerProbe } from '../gws/session/server-probe';
import { isHostAllowed, type Policy } from '../policy/policy';
import type { GenesysPlatform } from '../session/genesys-platform';

export interface ConnectionCheckPartsOptions {
  readonly policy: Policy;
  readonly openHttp: () => Http;
  readonly platform: Pick<GenesysPlatform, 'checkedConnection'>;
  readonly clock: Clock;
  readonly log: Logger;
  readonly onChange: (state: ConnectionCheckState) => void;
}

export interface ConnectionCheckParts {
  readonly check: ConnectionCheck;
  applyChanges(changes: readonly FloorChange[]): void;
}

/** Connects the check to the network of this computer, the vendor's server and the session in use. */
export function composeConnectionCheck(options: ConnectionCheckPartsOptions): ConnectionCheckParts {
  const { policy, openHttp, platform, clock, log, onChange } = options;
  const check = new ConnectionCheck({
    network: networkLookup,
    openProbe: (baseUrl) => new HttpServerProbe({ baseUrl, http: openHttp(), clock, random: Math.random }),
    link: () => platform.checkedConnection(),
    readAddress: (typed) => allowedAddress(typed, policy),
    clock,
    log,
    onChange,
  });
  return {
    check,
    applyChanges: (changes) => {
      for (const change of changes) {
        if (change.type === 'sessionChanged') check.sessionChanged(change.session.phase === 'signedIn');
      }
    },
  };
}

/** Nothing is sent to a host that a sign-in may not use. */
function allowedAddress(typed: string, policy: Policy): Result<string> {
  const address = parseServerAddress(typed);
  if (!address.ok) return address;
  const { hostname: host } = new URL(address.value);
  return isHostAllowed(policy.state, host) ? address : fail('policy.hostNotAllowed', { values: { host } });
}

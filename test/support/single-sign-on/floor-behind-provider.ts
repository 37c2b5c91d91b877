import {
  startPracticeServer,
  type PracticeServer,
  type PracticeServerOptions,
} from '../../../main/practice/floor-server';
import { IdentityProvider } from './identity-provider';
import { ServiceGate } from './service-gate';
import { makeSigningPair } from './signing-pair';

/** Password of everyone at the identity provider; the floor has another one, which no person knows. */
export const providerPassword = 'provider';
const floorPassword = 'practice';

export interface FloorBehindProvider {
  /** Address for the console. */
  readonly url: string;
  readonly floor: PracticeServer;
  readonly gate: ServiceGate;
  readonly provider: IdentityProvider;
  stop(): Promise<void>;
}

/**
 * Starts a practice floor behind single sign-on. Cookies ignore ports, so server and provider have different
 * host names: both are this computer.
 */
export async function startFloorBehindProvider(
  options: PracticeServerOptions & { readonly gatePort?: number; readonly isVersionBehind?: boolean } = {},
): Promise<FloorBehindProvider> {
  const { gatePort = 0, isVersionBehind = false, ...floorOptions } = options;
  const pair = makeSigningPair();
  const floor = await startPracticeServer(floorOptions);
  const isKnown = (name: string): boolean => floor.control.people().some(({ userName }) => userName === name);
  const provider = new IdentityProvider(pair, {
    check: (name, password) => isKnown(name) && password === providerPassword,
  });
  const gate = new ServiceGate({
    floorUrl: floor.url,
    entryPoint: () => `${provider.url}/sso`,
    providerCert: pair.cert,
    passwordOf: () => floorPassword,
    isVersionBehind,
  });
  await gate.open('127.0.0.1', gatePort);
  provider.sendResponsesTo(gate.acsUrl);
  await provider.open('localhost');
  return {
    url: gate.url,
    floor,
    gate,
    provider,
    stop: async () => {
      await Promise.all([gate.close(), provider.close()]);
      await floor.stop();
    },
  };
}

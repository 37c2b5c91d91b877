import { firstProxyIn } from '../../network/proxy-config';
import type { NetworkLookup } from '../../connection-check/ports';
import { lookupPartition } from './answer-proxies';

/** Asks the network stack as our requests do; every partition has the proxy of the settings. */
export const networkLookup: NetworkLookup = {
  addressCount: async (host) => {
    try {
      return (await lookupPartition().resolveHost(host)).endpoints.length;
    } catch (cause) {
      if (String(cause).includes('ERR_NAME_NOT_RESOLVED')) return 0;
      throw cause;
    }
  },
  proxyFor: async (url) => firstProxyIn(await lookupPartition().resolveProxy(url)),
};

import { proxyProblem, type ProxySettings } from '../../preload/contract/model/network';

/** The proxy configuration of a partition, in the terms of Electron. */
export type ProxyConfig =
  | { readonly mode: 'system' | 'direct' }
  | { readonly mode: 'pac_script'; readonly pacScript: string }
  | { readonly mode: 'fixed_servers'; readonly proxyRules: string; readonly proxyBypassRules: string };

/**
 * Returns how partitions find their proxy; `null` leaves it to the command line and the system.
 *
 * A PAC file of the command line is set explicitly: the network stack would go direct without a word if it cannot be
 * loaded, while an explicit one fails closed. Settings that are invalid for their mode fail closed, too.
 */
export function proxyConfigOf(settings: ProxySettings, pacUrlOfCommandLine: string): ProxyConfig | null {
  const { mode, pacUrl, server, bypass } = settings;
  if (proxyProblem(settings) !== null) return { mode: 'pac_script', pacScript: nowhere };
  switch (mode) {
    case 'system':
      return pacUrlOfCommandLine === '' ? null : { mode: 'pac_script', pacScript: pacUrlOfCommandLine };
    case 'pac':
      return { mode: 'pac_script', pacScript: pacUrl };
    case 'manual':
      return { mode: 'fixed_servers', proxyRules: server, proxyBypassRules: bypass };
    case 'none':
      return { mode: 'direct' };
  }
}

/** No PAC file can be loaded from here, so nothing is sent. */
const nowhere = 'http://0.0.0.0:1/';

/**
 * Returns host and port of the first proxy that a PAC answer such as `PROXY a:3128; DIRECT` names, or `null` if it
 * connects directly.
 */
export function firstProxyIn(answer: string): string | null {
  const [kind = '', address = ''] = (answer.split(';')[0] ?? '').trim().split(/\s+/u);
  return kind === '' || kind.toUpperCase() === 'DIRECT' || address === '' ? null : address;
}

import { dequal } from 'dequal';
import { app, type Session } from 'electron/main';
import type { ProxySettings } from '../../../preload/contract';
import { proxyConfigOf, type ProxyConfig } from '../../network/proxy-config';

export interface PartitionProxiesOptions {
  readonly settings: () => ProxySettings;
  /** Hosts that may get the system's own credentials (NTLM, Kerberos); no other host does. */
  readonly negotiateHosts: readonly string[];
}

/** An empty list would mean Windows' own zones, with every host of the intranet. No host has this name (RFC 6761). */
const noHost = 'none.invalid';

/** Gives every partition the proxy of the settings, now and whenever they change. */
export class PartitionProxies {
  readonly #options: PartitionProxiesOptions;
  readonly #partitions = new Set<WeakRef<Session>>();
  readonly #configOf = new WeakMap<Session, ProxyConfig>();

  constructor(options: PartitionProxiesOptions) {
    this.#options = options;
  }

  /** Call it before the first request of a partition and wait for it. */
  async apply(partition: Session): Promise<void> {
    const { negotiateHosts } = this.#options;
    partition.allowNTLMCredentialsForDomains((negotiateHosts.length === 0 ? [noHost] : negotiateHosts).join(','));
    this.#partitions.add(new WeakRef(partition));
    await this.#set(partition);
  }

  /** Applies changed settings; connections over the old proxy are closed. */
  async settingsChanged(): Promise<void> {
    for (const reference of this.#partitions) {
      const partition = reference.deref();
      if (partition === undefined) this.#partitions.delete(reference);
      else if (await this.#set(partition)) await partition.closeAllConnections();
    }
  }

  /** Returns whether the configuration changed. */
  async #set(partition: Session): Promise<boolean> {
    const { settings } = this.#options;
    const before = this.#configOf.get(partition);
    const wanted = proxyConfigOf(settings(), app.commandLine.getSwitchValue('proxy-pac-url'));
    // A partition that was never given a proxy already follows the command line and the system.
    if (wanted === null && before === undefined) return false;
    const config = wanted ?? { mode: 'system' };
    if (dequal(config, before)) return false;
    this.#configOf.set(partition, config);
    await partition.setProxy(config);
    return true;
  }
}

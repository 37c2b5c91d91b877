import process from 'node:process';
import type { Session } from 'electron/main';
import type { NetworkAccess } from '../electron/http';
import { readText, updatePartition } from '../electron/updates/feed-request';
import { createUpdateInstaller } from '../electron/updates/installer';
import { readFeed } from '../updates/update-feed';
import { Updates, type UpdatePolicy, type UpdateSource, type UpdatesOptions } from '../updates/updates';

export interface UpdatePartsOptions extends Omit<UpdatesOptions, 'source' | 'random'> {
  readonly policy: UpdatePolicy | null;
  readonly network: NetworkAccess;
}

/** Connects updates to the feed of the policy; without one, nothing is opened. */
export function composeUpdates({ policy, network, ...options }: UpdatePartsOptions): Updates {
  const source = policy === null ? null : sourceOf(policy, network);
  return new Updates({ ...options, source, random: Math.random });
}

function sourceOf(policy: UpdatePolicy, network: NetworkAccess): UpdateSource {
  const { mode, channel, publicKey } = policy;
  const url = policy.url.endsWith('/') ? policy.url : `${policy.url}/`;
  let opened: Promise<Session> | null = null;
  const openPartition = (): Promise<Session> => (opened ??= updatePartition(url, network));
  return {
    mode,
    readFeed: async () => {
      const partition = await openPartition();
      const address = `${url}${channel}-${process.platform}-${process.arch}.json`;
      const text = await readText(address, partition, network);
      return readFeed(text, await readText(`${address}.sig`, partition, network), publicKey);
    },
    installer: createUpdateInstaller({ url, openPartition, network }),
  };
}

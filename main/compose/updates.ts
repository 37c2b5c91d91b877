import process from 'node:process';
import type { Session } from 'electron/main';
import type { UpdateState } from '../../preload/contract';
import type { Clock } from '../base/clock';
import type { Logger } from '../base/log';
import type { NetworkAccess } from '../electron/http';
import { readText, updatePartition } from '../electron/updates/feed-request';
import { createUpdateInstaller } from '../electron/updates/installer';
import { readFeed } from '../updates/update-feed';
import { Updates, type UpdateSource } from '../updates/updates';

export interface UpdatePartsOptions {
  readonly source: UpdateSource | null;
  readonly version: string;
  readonly network: NetworkAccess;
  readonly clock: Clock;
  readonly log: Logger;
  readonly onChange: (state: UpdateState) => void;
}

/** Connects updates to the feed of the policy; without one, nothing is opened. */
export function composeUpdates({ source, network, ...same }: UpdatePartsOptions): Updates {
  const options = { ...same, source, random: Math.random };
  if (source === null) {
    return new Updates({ ...options, readFeed: () => Promise.reject(new Error('no feed')), installer: null });
  }
  const folder = source.url.endsWith('/') ? source.url : `${source.url}/`;
  let opened: Promise<Session> | null = null;
  const openPartition = (): Promise<Session> => (opened ??= updatePartition(source, network));
  return new Updates({
    ...options,
    readFeed: async () => {
      const partition = await openPartition();
      const address = `${folder}${source.channel}-${process.platform}-${process.arch}.json`;
      const [text, signature] = await Promise.all(
        [address, `${address}.sig`].map((url) => readText(url, partition, network)),
      );
      return readFeed(text ?? '', signature ?? '', source.publicKey);
    },
    installer: createUpdateInstaller({ url: folder, openPartition, network }),
  });
}

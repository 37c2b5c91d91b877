import { session, type Session } from 'electron/main';
import type { HttpFailure } from '../../gws/http-port';
import { httpFailureFrom } from '../../gws/network-error';
import { UpdateError } from '../../updates/update-feed';
import { exchange } from '../http-exchange';
import type { NetworkAccess } from '../http';

const deadlineMs = 20_000;

/**
 * The partition of electron-updater, whose name is fixed there. It reaches nothing but the server of the feed, wherever an
 * answer redirects to.
 */
export async function updatePartition(url: string, network: Pick<NetworkAccess, 'proxies'>): Promise<Session> {
  const partition = session.fromPartition('electron-updater', { cache: false });
  const { origin } = new URL(url);
  partition.webRequest.onBeforeRequest((request, respond) => {
    respond({ cancel: new URL(request.url).origin !== origin });
  });
  await network.proxies.apply(partition);
  return partition;
}

/** Reads a text next to the feed. Throws UpdateError. */
export async function readText(
  url: string,
  partition: Session,
  { proxySignIn }: Pick<NetworkAccess, 'proxySignIn'>,
): Promise<string> {
  const failureFrom = (cause: unknown): HttpFailure => httpFailureFrom(cause);
  const request = { method: 'GET', url, headers: {}, body: null, signal: AbortSignal.timeout(deadlineMs) } as const;
  try {
    const response = await exchange({ partition, failureFrom, proxySignIn }, request);
    if (response.status !== 200) throw new UpdateError(response.status === 404 ? 'noFeed' : 'unreachable');
    return await response.text();
  } catch (cause) {
    throw cause instanceof UpdateError ? cause : new UpdateError('unreachable', cause);
  }
}

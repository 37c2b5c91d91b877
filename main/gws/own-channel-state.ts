import type { Medium, OwnChannel, Presence, Result } from '../../preload/contract';
import { done } from '../base/result';
import type { OwnChannelUpdate } from '../floor/events';
import type { RestClient } from './api/rest-client';
import { startContactCentreSession } from './api/contact-centre-session';
import { readOwnChannels, setNotReady } from './api/own-channels';
import type { AvailableMedia } from './media';
import { toOwnChannels } from './translate/own-channels';

/** Returns the own channels as last known; empty at a sign-in. */
export type OwnStanding = () => readonly OwnChannel[];

const ownChannelsTimeoutMs = 5_000;

/**
 * Restores the supervisor's own channels to their state before this session. `before` is their last known state. At
 * a sign-in it is empty, so a logged-out channel stays so until the supervisor changes it. When a session replaces a
 * lost one, channels that the loss logged out are logged in again. The server makes them ready; one that was not
 * ready is set back.
 */
export async function restoreOwnChannels(
  caller: RestClient,
  media: AvailableMedia,
  before: OwnStanding | undefined,
): Promise<Result<unknown>> {
  const read = await readOwnChannels(caller, ownChannelsTimeoutMs);
  const now = read.ok ? toOwnChannels(read.value) : [];
  if (read.ok) media.updateFrom(now.map(({ medium }) => medium));
  const lost = (before?.() ?? []).filter(({ medium, state }) => isLoggedIn(state) && !isLoggedIn(stateOf(now, medium)));
  if (lost.length === 0) return done;
  const started = await startContactCentreSession(
    caller,
    lost.map(({ medium }) => medium),
  );
  for (const { medium, state, reasonId } of lost) {
    if (state === 'notReady') await setNotReady(caller, { medium, reasonId });
  }
  return started;
}

/** A channel without a reported state may be logged out. */
const isLoggedIn = (state: Presence): boolean => state !== 'loggedOut' && state !== 'unknown';

const stateOf = (channels: readonly OwnChannelUpdate[], medium: Medium): Presence =>
  channels.find((channel) => channel.medium === medium)?.state ?? 'unknown';

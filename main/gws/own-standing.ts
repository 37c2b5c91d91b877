import type { Medium, OwnChannel, Presence, Result } from '../../preload/contract';
import { done } from '../base/result';
import type { OwnChannelUpdate } from '../floor/events';
import type { RestClient } from './api/rest-client';
import { startContactCentreSession } from './api/contact-centre-session';
import { readOwnChannels, setNotReady } from './api/own-channels';
import type { AvailableMedia } from './media';
import { toOwnChannels } from './translate/own-channels';

/** The own channels as the floor last knew them; none at a sign-in. */
export type OwnStanding = () => readonly OwnChannel[];

const ownChannelsTimeoutMs = 5_000;

/**
 * Leaves the supervisor's own channels as they were before this session. `before` is what was last known of them: nothing at a
 * sign-in, so that a channel that is logged out stays so until the supervisor chooses otherwise. Where a new session takes the place
 * of a lost one, what the loss logged out is logged in again. The server makes such a channel ready; one that was not ready is set back.
 */
export async function keepOwnStanding(
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

/** A channel of which the server says nothing may be logged out. */
const isLoggedIn = (state: Presence): boolean => state !== 'loggedOut' && state !== 'unknown';

const stateOf = (channels: readonly OwnChannelUpdate[], medium: Medium): Presence =>
  channels.find((channel) => channel.medium === medium)?.state ?? 'unknown';

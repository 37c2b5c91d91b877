import type { Medium, Presence, Result } from '../../preload/contract';
import type { Logger } from '../base/log';
import { done, fail, succeed } from '../base/result';
import type { OwnChannelReading } from '../floor/events';
import type { Caller } from './api/calls';
import { startContactCentreSession } from './api/contact-centre-session';
import { readOwnChannels } from './api/own-channels';
import type { SignedInFacts } from './genesys-options';
import type { MediaOffer } from './media';
import type { Credentials } from './session/credentials';
import type { Call } from './session/sender';
import type { Session } from './session/session';
import { toOwnChannels } from './translate/own-channels';
import type { WireAccount } from './wire/account';

const ownChannelsTimeoutMs = 5_000;

/**
 * The steps of a sign-in: is it our server (before any credential is sent), is it you, may you supervise; then the contact-centre
 * session. `mayTry` is asked right before the credentials are sent.
 */
export async function letIn(
  { session, media, log }: { readonly session: Session; readonly media: MediaOffer; readonly log: Logger },
  credentials: Credentials,
  mayTry: () => boolean,
): Promise<Result<SignedInFacts>> {
  const probe = await session.probe();
  if (!probe.ok) return probe;
  if (!mayTry()) return fail('session.signedOut');
  const account = await session.signIn(credentials);
  if (!account.ok) return account;
  if (!account.value.isSupervisor) return fail('session.notSupervisor');
  const caller: Caller = (call: Call): Promise<Result<unknown>> => session.call(call);
  const own = await readOwnChannels(caller, ownChannelsTimeoutMs);
  const channels = own.ok ? toOwnChannels(own.value) : [];
  if (own.ok) media.learn(channels.map(({ medium }) => medium));
  const started = await openChannels(caller, media, channels);
  if (!started.ok) {
    const { code } = started.error;
    // Some channels failed, or the session is already open from a console that did not say goodbye: good enough.
    if (code !== 'command.partlyDone' && code !== 'command.refused') return started;
    log.warn('the contact-centre session did not open cleanly', { code });
  }
  return succeed(toFacts(account.value, probe.value));
}

/**
 * Opens the contact-centre session for channels that are not logged in. One that is logged in, at this computer or another,
 * keeps its state: opening it again would make a supervisor ready who chose not to be.
 */
function openChannels(
  caller: Caller,
  media: MediaOffer,
  channels: readonly OwnChannelReading[],
): Promise<Result<unknown>> {
  const stateOf = (medium: Medium): Presence =>
    channels.find((channel) => channel.medium === medium)?.state ?? 'unknown';
  const closed = media.current.filter((medium) => ['loggedOut', 'unknown'].includes(stateOf(medium)));
  return closed.length === 0 ? Promise.resolve(done) : startContactCentreSession(caller, closed);
}

function toFacts(account: WireAccount, serverVersion: string | null): SignedInFacts {
  const { userId, userName, name, isSupervisor } = account;
  return { userId, userName, name, isSupervisor, serverVersion };
}

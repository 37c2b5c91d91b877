import type { Result } from '../../preload/contract';
import type { Logger } from '../base/log';
import { fail, succeed } from '../base/result';
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
  const caller = (call: Call): Promise<Result<unknown>> => session.call(call);
  const own = await readOwnChannels(caller, ownChannelsTimeoutMs);
  if (own.ok) media.learn(toOwnChannels(own.value).map(({ medium }) => medium));
  const started = await startContactCentreSession(caller, media.current);
  if (!started.ok) {
    const { code } = started.error;
    // Some channels failed, or the session is already open from a console that did not say goodbye: good enough.
    if (code !== 'command.partlyDone' && code !== 'command.refused') return started;
    log.warn('the contact-centre session did not open cleanly', { code });
  }
  return succeed(toFacts(account.value, probe.value));
}

function toFacts(account: WireAccount, serverVersion: string | null): SignedInFacts {
  const { userId, userName, name, isSupervisor } = account;
  return { userId, userName, name, isSupervisor, serverVersion };
}

import type { Result } from '../../preload/contract';
import type { Logger } from '../base/log';
import { fail, succeed } from '../base/result';
import type { RestClient } from './api/rest-client';
import type { SignedInFacts } from './genesys-options';
import type { AvailableMedia } from './media';
import { restoreOwnChannels, type OwnStanding } from './own-channel-state';
import type { SignInMethod } from './session/credentials';
import type { ApiRequest } from './session/api-client';
import type { HttpSession } from './session/http-session';
import type { WireAccount } from './wire/account';

export interface Door {
  readonly session: HttpSession;
  readonly media: AvailableMedia;
  /** The own channels as last known; none for the first address of a sign-in. */
  readonly ownChannels?: OwnStanding;
  readonly log: Logger;
}

/**
 * The steps of a sign-in: check that it is our server (before credentials are sent), sign in, check the right to
 * supervise, then restore the own channels. `mayTry` is called right before the credentials are sent.
 */
export async function signIn(
  { session, media, ownChannels, log }: Door,
  method: SignInMethod,
  mayTry: () => boolean,
): Promise<Result<SignedInFacts>> {
  const probe = await session.probe();
  // Where even the version is behind the login page, it is read again once the person is signed in.
  const isBehindPage = !probe.ok && probe.error.code === 'session.singleSignOn' && method === 'page';
  if (!probe.ok && !isBehindPage) return probe;
  if (!mayTry()) return fail('session.signedOut');
  const account = await session.signIn(method);
  if (!account.ok) return account;
  if (!account.value.isSupervisor) return fail('session.notSupervisor');
  const caller: RestClient = (call: ApiRequest): Promise<Result<unknown>> => session.call(call);
  const started = await restoreOwnChannels(caller, media, ownChannels);
  if (!started.ok) {
    const { code } = started.error;
    // Some channels failed, or another console left the session open: both are acceptable.
    if (code !== 'command.partlyDone' && code !== 'command.refused') return started;
    log.warn('contact-centre session opened with errors', { code });
  }
  const version = isBehindPage ? await session.probe() : probe;
  return succeed(toFacts(account.value, version.ok ? version.value : null));
}

function toFacts(account: WireAccount, serverVersion: string | null): SignedInFacts {
  const { userId, userName, name, isSupervisor } = account;
  return { userId, userName, name, isSupervisor, serverVersion };
}

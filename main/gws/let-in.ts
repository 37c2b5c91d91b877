import type { Result } from '../../preload/contract';
import type { Logger } from '../base/log';
import { fail, succeed } from '../base/result';
import type { RestClient } from './api/rest-client';
import type { SignedInFacts } from './genesys-options';
import type { AvailableMedia } from './media';
import { keepOwnStanding, type OwnStanding } from './own-standing';
import type { Credentials } from './session/credentials';
import type { ApiRequest } from './session/api-client';
import type { HttpSession } from './session/http-session';
import type { WireAccount } from './wire/account';

export interface Door {
  readonly session: HttpSession;
  readonly media: AvailableMedia;
  /** The own channels as they were last known; none where this is the first address of a sign-in. */
  readonly ownStanding?: OwnStanding;
  readonly log: Logger;
}

/**
 * The steps of a sign-in: is it our server (before any credential is sent), is it you, may you supervise; then the own channels are
 * left as they were. `mayTry` is asked right before the credentials are sent.
 */
export async function letIn(
  { session, media, ownStanding, log }: Door,
  credentials: Credentials,
  mayTry: () => boolean,
): Promise<Result<SignedInFacts>> {
  const probe = await session.probe();
  if (!probe.ok) return probe;
  if (!mayTry()) return fail('session.signedOut');
  const account = await session.signIn(credentials);
  if (!account.ok) return account;
  if (!account.value.isSupervisor) return fail('session.notSupervisor');
  const caller: RestClient = (call: ApiRequest): Promise<Result<unknown>> => session.call(call);
  const started = await keepOwnStanding(caller, media, ownStanding);
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

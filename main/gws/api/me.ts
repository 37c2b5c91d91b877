import type { Medium, Result } from '../../../preload/contract';
import { fail, succeed } from '../../base/result';
import { vendorMedia } from '../media';
import { decodeAccount, type WireAccount } from '../wire/account';
import type { RestClient } from './rest-client';

/** Returns the signed-in user with chats, channels and settings. */
export async function readMyAccount(caller: RestClient, timeoutMs: number): Promise<Result<WireAccount>> {
  const result = await caller({ method: 'GET', path: '/me?subresources=*', timeoutMs });
  if (!result.ok) return result;
  const account = decodeAccount(result.value);
  return account === null ? fail('server.notGenesys') : succeed(account);
}

/** Returns the sessions of one medium, for a server that omits them from the account. */
export async function readMySessions(caller: RestClient, medium: Medium, timeoutMs: number): Promise<Result<unknown>> {
  return caller({ method: 'GET', path: `/me/${vendorMedia[medium].resource}?fields=*`, timeoutMs });
}

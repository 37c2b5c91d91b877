import type { Medium, Result } from '../../../preload/contract';
import { fail, succeed } from '../../base/result';
import { vendorMedia } from '../media';
import { decodeAccount, type WireAccount } from '../wire/account';
import type { RestClient } from './rest-client';

/** Everything the server holds for the signed-in user, the chats above all. */
export async function readMyAccount(caller: RestClient, timeoutMs: number): Promise<Result<WireAccount>> {
  const result = await caller({ method: 'GET', path: '/me?subresources=*', timeoutMs });
  if (!result.ok) return result;
  const account = decodeAccount(result.value);
  return account === null ? fail('server.notGenesys') : succeed(account);
}

/** The sessions of one medium alone, for a server that leaves them out of the whole. */
export async function readMySessions(caller: RestClient, medium: Medium, timeoutMs: number): Promise<Result<unknown>> {
  return caller({ method: 'GET', path: `/me/${vendorMedia[medium].resource}?fields=*`, timeoutMs });
}

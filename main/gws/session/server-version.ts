import type { Result } from '../../../preload/contract';
import { fail, succeed } from '../../base/result';
import { HttpFailure } from '../http-port';
import type { ApiClient, ApiRequest } from './api-client';
import { isRefused, toResult } from './api-outcome';

/** Reads the server's version without credentials, which proves that a server of this kind responds. */
export async function readServerVersion(sender: Pick<ApiClient, 'send'>): Promise<Result<string | null>> {
  const call: ApiRequest = { method: 'GET', path: '/diagnostics/version' };
  const outcome = await sender.send(call);
  // A server that requires credentials even for this has a refusal of its own, which is proof enough.
  if (isRefused(outcome)) return succeed(null);
  if (!(outcome instanceof HttpFailure) && outcome.kind === 'garbled') return fail('server.notGenesys');
  const result = toResult(outcome, call);
  if (!result.ok) return result.error.code === 'command.notFound' ? fail('server.notGenesys') : result;
  return readVersion(result.value);
}

function readVersion(body: unknown): Result<string | null> {
  if (typeof body !== 'object' || body === null || !('statusCode' in body)) return fail('server.notGenesys');
  const version = 'version' in body ? body.version : null;
  return succeed(typeof version === 'string' ? version.slice(0, 60) : null);
}

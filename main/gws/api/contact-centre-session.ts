import type { Done, Medium, Result } from '../../../preload/contract';
import { vendorMedia } from '../media';
import { postOperation, type RestClient } from './rest-client';

/** The program may be quitting. */
const farewellTimeoutMs = 5_000;

export function startContactCentreSession(caller: RestClient, media: readonly Medium[]): Promise<Result<Done>> {
  const channels = media.map((medium) => vendorMedia[medium].channel);
  return postOperation(caller, '/me', { operationName: 'StartContactCenterSession', channels });
}

/**
 * Also ends the HTTP session, so no request may follow. Returns whether the session is certainly over: the server confirmed
 * it, or no longer knew the session.
 */
export async function endContactCentreSession(caller: RestClient): Promise<boolean> {
  const farewell: RestClient = (call) => caller({ ...call, timeoutMs: farewellTimeoutMs });
  const ended = await postOperation(farewell, '/me', { operationName: 'EndContactCenterSession' });
  return ended.ok || ended.error.code === 'session.expired';
}

import type { Done, Medium, Result } from '../../../preload/contract';
import { vendorMedia } from '../media';
import { postOperation, type RestClient } from './rest-client';

export function startContactCentreSession(caller: RestClient, media: readonly Medium[]): Promise<Result<Done>> {
  const channels = media.map((medium) => vendorMedia[medium].channel);
  return postOperation(caller, '/me', { operationName: 'StartContactCenterSession', channels });
}

/** Also ends the HTTP session, so no request may follow. */
export function endContactCentreSession(caller: RestClient): Promise<Result<Done>> {
  return postOperation(caller, '/me', { operationName: 'EndContactCenterSession' });
}

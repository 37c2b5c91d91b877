import type { Done, Medium, Result } from '../../../preload/contract';
import { vendorMedia } from '../media';
import { operate, type Caller } from './calls';

export function startContactCentreSession(caller: Caller, media: readonly Medium[]): Promise<Result<Done>> {
  const channels = media.map((medium) => vendorMedia[medium].channel);
  return operate(caller, '/me', { operationName: 'StartContactCenterSession', channels });
}

/** Also ends the HTTP session, so nothing can be asked after it. */
export function endContactCentreSession(caller: Caller): Promise<Result<Done>> {
  return operate(caller, '/me', { operationName: 'EndContactCenterSession' });
}

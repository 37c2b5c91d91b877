import type { Done, Result } from '../../../preload/contract';
import { operate, type Caller } from './calls';

export function startContactCentreSession(caller: Caller): Promise<Result<Done>> {
  return operate(caller, '/me', { operationName: 'StartContactCenterSession', channels: ['chat'] });
}

/** Also ends the HTTP session, so nothing can be asked after it. */
export function endContactCentreSession(caller: Caller): Promise<Result<Done>> {
  return operate(caller, '/me', { operationName: 'EndContactCenterSession' });
}

import type { Result } from '../../../preload/contract';
import { fail, succeed } from '../../base/result';
import { decodeList } from '../wire/lists';
import { segment, type Caller } from './calls';

/** The chats an agent has in progress. Not every server tells them: those answer `command.notFound`. */
export async function readAgentChats(caller: Caller, agentId: string): Promise<Result<readonly unknown[]>> {
  const path = `/users/${segment(agentId)}/chats?fields=*`;
  const result = await caller({ method: 'GET', path, timeoutMs: 8_000 });
  if (!result.ok) return result;
  const chats = decodeList(result.value, 'chats');
  return chats === null ? fail('command.notFound') : succeed(chats);
}

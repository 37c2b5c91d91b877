import type { Medium, Result } from '../../../preload/contract';
import { fail, succeed } from '../../base/result';
import { vendorMedia } from '../media';
import { decodeList } from '../wire/lists';
import { segment, type Caller } from './calls';

/** The chats an agent has in progress by one medium. Not every server tells them: those answer `command.notFound`. */
export async function readAgentChats(
  caller: Caller,
  agentId: string,
  medium: Medium,
): Promise<Result<readonly unknown[]>> {
  const { resource } = vendorMedia[medium];
  const path = `/users/${segment(agentId)}/${resource}?fields=*`;
  const result = await caller({ method: 'GET', path, timeoutMs: 8_000 });
  if (!result.ok) return result;
  const chats = decodeList(result.value, resource);
  return chats === null ? fail('command.notFound') : succeed(chats);
}

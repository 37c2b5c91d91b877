import type { Medium, Result } from '../../../preload/contract';
import { fail, succeed } from '../../base/result';
import { vendorMedia } from '../media';
import { decodeList } from '../wire/lists';
import { encodePathSegment, type RestClient } from './rest-client';

/**
 * Returns the log of one of the supervisor's chats from its first entry; `command.notFound` from a server without
 * this read.
 */
export async function readTranscript(
  caller: RestClient,
  { medium, chatId }: { readonly medium: Medium; readonly chatId: string },
  timeoutMs: number,
): Promise<Result<readonly unknown[]>> {
  const path = `/me/${vendorMedia[medium].resource}/${encodePathSegment(chatId)}/messages?index=0`;
  const result = await caller({ method: 'GET', path, timeoutMs });
  if (!result.ok) return result;
  const messages = decodeList(result.value, 'messages');
  return messages === null ? fail('command.notFound') : succeed(messages);
}

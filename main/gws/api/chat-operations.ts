import type { Result } from '../../../preload/contract';
import { fail, succeed } from '../../base/result';
import type { ChatAddress, ContactCentre, Receipt } from '../../floor/contact-centre';
import { vendorMedia } from '../media';
import { vendorOperations, type Operation, type OperationSetting } from '../vendor-operations';
import { ownField } from '../../base/record';
import { encodePathSegment, type RestClient } from './rest-client';

/**
 * Operations are addressed below `/me` or below the agent, although the session's own URI has neither. Sessions of
 * every medium take the same operations under different paths.
 */
function sessionPath({ id, medium }: ChatAddress, agentId: string | null = null): string {
  const owner = agentId === null ? '/me' : `/users/${encodePathSegment(agentId)}`;
  return `${owner}/${vendorMedia[medium].resource}/${encodePathSegment(id)}`;
}

/**
 * Creates the function that sends an operation on a chat, in one request. The operation may still fail after
 * acceptance: the receipt holds the number by which the server reports such a failure.
 */
export function chatOperationsOver(
  client: RestClient,
  setting: Omit<OperationSetting, 'capabilities'>,
): ContactCentre['operate'] {
  return async (operation, chat, request) => {
    const { body, readsFirst, isAtAgent } = vendorOperations[operation];
    const path = sessionPath(chat, isAtAgent && 'agentId' in request ? request.agentId : null);
    const capabilities = readsFirst === undefined ? [] : await readCapabilities(client, chat);
    if (readsFirst?.mayGo(request) === false) return fail('command.modeDiffers');
    return postForReceipt(client, path, body(request, { ...setting, capabilities }));
  };
}

/** Reports to the readers that the supervisor started or stopped typing. */
export function sendTyping(
  client: RestClient,
  address: ChatAddress,
  { audience, isTyping }: { readonly audience: 'everyone' | 'agents'; readonly isTyping: boolean },
): Promise<Result<Receipt>> {
  const verb = isTyping ? 'SendStartTyping' : 'SendStopTyping';
  const readers = audience === 'agents' ? 'ToAgents' : '';
  return postForReceipt(client, sessionPath(address), { operationName: `${verb}${readers}Notification` });
}

async function postForReceipt(client: RestClient, path: string, body: Operation): Promise<Result<Receipt>> {
  const result = await client({ method: 'POST', path, body });
  if (!result.ok) return result;
  const referenceId = ownField(result.value, 'referenceId');
  return succeed(Number.isSafeInteger(referenceId) ? { referenceId: referenceId as number } : null);
}

async function readCapabilities(client: RestClient, address: ChatAddress): Promise<readonly unknown[]> {
  const read = await client({ method: 'GET', path: sessionPath(address) });
  const chat = read.ok ? ownField(read.value, vendorMedia[address.medium].payload) : undefined;
  const capabilities = ownField(chat, 'capabilities');
  return Array.isArray(capabilities) ? (capabilities as readonly unknown[]) : [];
}

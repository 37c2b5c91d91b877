import type { Done, Medium, Result } from '../../../preload/contract';
import { fail, succeed } from '../../base/result';
import { vendorMedia } from '../media';
import { decodeAgentStates, decodeOwnChannels, type WireAgentState, type WireOwnChannel } from '../wire/channel';
import { postOperation, type RestClient } from './rest-client';

export async function readOwnChannels(
  caller: RestClient,
  timeoutMs: number,
): Promise<Result<readonly WireOwnChannel[]>> {
  const result = await caller({ method: 'GET', path: '/me/channels?fields=*', timeoutMs });
  if (!result.ok) return result;
  const channels = decodeOwnChannels(result.value);
  return channels === null ? fail('command.notFound') : succeed(channels);
}

export async function readAgentStates(
  caller: RestClient,
  timeoutMs: number,
): Promise<Result<readonly WireAgentState[]>> {
  const result = await caller({ method: 'GET', path: '/settings/agent-states?fields=*', timeoutMs });
  if (!result.ok) return result;
  const states = decodeAgentStates(result.value);
  return states === null ? fail('command.notFound') : succeed(states);
}

const statesTimeoutMs = 5_000;

const channelPath = (medium: Medium): string => `/me/channels/${vendorMedia[medium].channel}`;

export function setReady(caller: RestClient, medium: Medium): Promise<Result<Done>> {
  return postOperation(caller, channelPath(medium), { operationName: 'Ready' });
}

/** Each reason is an operation of its own; the server sends its name with the state. */
export async function setNotReady(
  caller: RestClient,
  request: { readonly medium: Medium; readonly reasonId: string | null },
): Promise<Result<Done>> {
  const { medium, reasonId } = request;
  if (reasonId === null) return postOperation(caller, channelPath(medium), { operationName: 'NotReady' });
  const states = await readAgentStates(caller, statesTimeoutMs);
  if (!states.ok) return states;
  const reason = states.value.find(({ id }) => id === reasonId);
  if (reason === undefined) return fail('command.notFound');
  return postOperation(caller, channelPath(medium), { operationName: reason.operationName });
}

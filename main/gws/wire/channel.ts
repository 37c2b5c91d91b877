import { z } from 'zod';
import { decodeList } from './lists';
import { parseOrNull, maybeString } from './tolerant';

const state = z.object({ id: maybeString, state: maybeString, displayName: maybeString });

const ownChannel = z.object({
  channel: z.string().min(1),
  userState: state.optional().catch(() => undefined),
});

export type WireOwnChannel = z.output<typeof ownChannel>;

/** Returns `null` if the response has no channels. */
export function decodeOwnChannels(body: unknown): readonly WireOwnChannel[] | null {
  return decodeList(body, 'channels')?.flatMap((item) => parseOrNull(ownChannel, item) ?? []) ?? null;
}

const agentState = z.object({
  id: z.string().min(1),
  displayName: maybeString,
  state: maybeString,
  operationName: z.string().min(1),
});

export type WireAgentState = z.output<typeof agentState>;

/** Decodes the available states. A state without the name of its operation cannot be requested and is dropped. */
export function decodeAgentStates(body: unknown): readonly WireAgentState[] | null {
  const items = decodeList(body, 'agent-states', 'agentStates', 'settings');
  return items?.flatMap((item) => parseOrNull(agentState, item) ?? []) ?? null;
}

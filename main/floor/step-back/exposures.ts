import type { Medium, Mode, PendingCommand, Snapshot, StepBackItem, StepBackScope } from '../../../preload/contract';
import { mayBeSeen, mayBeSeenByCustomer } from '../../../preload/contract/exposure';

/** State on the server that makes the supervisor visible to others, or would in a coming chat. */
export type Exposure = Omit<StepBackItem, 'status' | 'error'>;

export interface ExposureSources extends Pick<Snapshot, 'chats' | 'watches' | 'agents' | 'pending'> {
  /** Modes of the invitations this supervisor requested, by chat id, while they are open. */
  readonly invitations: ReadonlyMap<string, Mode>;
  /** Agents for whom the server may hold a visible watch: see `WatchExposure.visible`. */
  readonly heldWatches: ReadonlyMap<string, readonly Medium[]>;
}

/** Returns whether customers (or anyone) see the supervisor in this mode. A mode that is not known counts as visible. */
export function isVisibleTo(scope: StepBackScope, mode: Mode | null): boolean {
  const here = { state: 'active', mode } as const;
  return scope === 'everyone' ? mayBeSeen(here) : mayBeSeenByCustomer(here);
}

/** Returns the mode that a pending command leads to; `undefined` if it changes no mode, `null` if unknown. */
export function modeRequestedBy({ kind, mode }: PendingCommand): Mode | null | undefined {
  if (kind === 'monitor' || kind === 'coach' || kind === 'bargeIn') return kind;
  return kind === 'watch' || kind === 'intrude' || kind === 'accept' ? (mode ?? null) : undefined;
}

/** Lists all exposures of a scope, each once, in the order of the floor. */
export function exposuresOf(sources: ExposureSources, scope: StepBackScope): readonly Exposure[] {
  return [...chatExposures(sources, scope), ...watchExposures(sources, scope)];
}

function chatExposures({ chats, agents, pending, invitations }: ExposureSources, scope: StepBackScope): Exposure[] {
  const requested = (chatId: string): boolean =>
    pending.some((request) => {
      const mode = request.chatId === chatId ? modeRequestedBy(request) : undefined;
      return mode !== undefined && isVisibleTo(scope, mode);
    });
  const isOpenInvitation = (chatId: string): boolean => {
    const mode = invitations.get(chatId);
    return requested(chatId) || (mode !== undefined && isVisibleTo(scope, mode));
  };
  const known = chats.flatMap((chat): Exposure[] => {
    const { id, customerName, agentName } = chat;
    if (chat.state === 'invited' && isOpenInvitation(id)) return [{ kind: 'invitation', id, customerName, agentName }];
    const isSeen = scope === 'everyone' ? mayBeSeen(chat) : mayBeSeenByCustomer(chat);
    const isExposed = isSeen || (chat.state === 'active' && requested(id));
    return isExposed ? [{ kind: 'chat', id, customerName, agentName }] : [];
  });
  const coming = pending.filter(
    ({ kind, chatId }) =>
      kind === 'intrude' && chatId !== null && requested(chatId) && !chats.some(({ id }) => id === chatId),
  );
  return [
    ...known,
    ...coming.map(({ chatId, agentId }): Exposure => {
      const agent = agents.find(({ id }) => id === agentId);
      const customerName = agent?.chats?.find((chat) => chat.chatId === chatId)?.customerName ?? null;
      return { kind: 'invitation', id: chatId ?? '', customerName, agentName: agent?.name ?? null };
    }),
  ];
}

function watchExposures({ watches, agents, pending, heldWatches }: ExposureSources, scope: StepBackScope): Exposure[] {
  const listed = watches.filter(({ mode }) => isVisibleTo(scope, mode)).map(({ agentId }) => agentId);
  const requested = pending.flatMap((request) => {
    const mode = request.kind === 'watch' ? modeRequestedBy(request) : undefined;
    return mode !== undefined && isVisibleTo(scope, mode) && request.agentId !== null ? [request.agentId] : [];
  });
  return [...new Set([...listed, ...heldWatches.keys(), ...requested])].map((id) => {
    const agentName = agents.find((agent) => agent.id === id)?.name ?? null;
    return { kind: 'watch', id, customerName: null, agentName };
  });
}

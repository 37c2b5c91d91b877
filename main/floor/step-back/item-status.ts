import type { PendingCommand, StepBackItem, StepBackStatus } from '../../../preload/contract';
import type { FloorStore } from '../floor-store';
import type { Exposure } from './exposures';

/** Commands that end an exposure, or must settle before it can be ended. */
const kindsWaitedFor = {
  chat: ['monitor', 'leave', 'accept'],
  invitation: ['reject', 'accept', 'intrude'],
  watch: ['watch', 'stopWatching'],
} as const satisfies Readonly<Record<Exposure['kind'], readonly PendingCommand['kind'][]>>;

/** Returns how far the pending request for this item is; `null` if none is pending. */
export function isWaitedFor(
  pending: readonly PendingCommand[],
  { kind, id }: Exposure,
): 'requested' | 'notConfirmed' | null {
  const kinds: readonly PendingCommand['kind'][] = kindsWaitedFor[kind];
  const request = pending.find(
    (each) => kinds.includes(each.kind) && (kind === 'watch' ? each.agentId : each.chatId) === id,
  );
  if (request === undefined) return null;
  return request.phase === 'notConfirmed' ? 'notConfirmed' : 'requested';
}

/** Returns the status of an item that is no longer an exposure. */
export function settledStatus(
  floorStore: FloorStore,
  { kind, id }: Exposure,
): Extract<StepBackStatus, 'monitoring' | 'ended'> {
  if (kind === 'watch') return floorStore.watchOf(id) === null ? 'ended' : 'monitoring';
  const chat = floorStore.chat(id);
  return chat?.state === 'active' ? 'monitoring' : 'ended';
}

/** Returns whether nothing more is done for an item. */
export function isOver({ status }: StepBackItem): boolean {
  return status === 'monitoring' || status === 'ended' || status === 'failed';
}

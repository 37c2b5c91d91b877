import type { AppError, Chat, ConnectionState, IntentKind, PendingIntent } from '../../preload/contract';
import { mayBeSeen } from '../../preload/contract/exposure';
import { isEnded } from './chat-state';
import { isReachable } from './mode-offer';

/**
 * How far one chat is on its way back to silent; the key of its sentence is `panic.standing.<this>`.
 * `silent` and `over` are the server's word; all others mean that somebody may still see the supervisor.
 * `failed` is also a chat that turned loud again.
 */
export type SilenceStanding = 'silent' | 'over' | 'asking' | 'unsure' | 'unreachable' | 'failed';

export interface SilenceRequest {
  /** `undefined`: no longer with the supervisor. */
  readonly chat: Chat | undefined;
  /** Every change of mode under way in this chat. */
  readonly changes: readonly PendingIntent[];
  readonly error: AppError | null;
  readonly connection: ConnectionState['phase'];
}

export const modeKinds: readonly IntentKind[] = ['monitor', 'coach', 'bargeIn'];

/** Whether anybody sees the supervisor there, may see him, or is about to. */
export function isHeard(chat: Chat, changes: readonly PendingIntent[]): boolean {
  if (chat.state !== 'active') return false;
  return mayBeSeen(chat) || changes.some(({ kind }) => kind === 'coach' || kind === 'bargeIn');
}

export function silenceStanding({ chat, changes, error, connection }: SilenceRequest): SilenceStanding {
  if (chat === undefined || isEnded(chat)) return 'over';
  if (!isHeard(chat, changes) && changes.length === 0) return 'silent';
  const asked = changes.find(({ kind }) => kind === 'monitor');
  if (asked !== undefined) return asked.phase === 'notConfirmed' ? 'unsure' : 'asking';
  return isReachable(connection) || !mayAskAgainAlone(error) ? 'failed' : 'unreachable';
}

/** Nothing more will happen to it by itself. */
export function isDecided(standing: SilenceStanding): boolean {
  return standing === 'silent' || standing === 'over' || standing === 'failed';
}

/** What the server refuses it refuses again; everything else may be asked for once more when there is a line again. */
export function mayAskAgainAlone(error: AppError | null): boolean {
  return error?.code !== 'command.refused' && error?.code !== 'command.forbidden';
}

import type { Chat, ChatAction, ConnectionState } from '../../../preload/contract';
import { mayAct } from '../../../preload/contract/may-act';
import { groupOf } from '../lists/chat-state';

/** The operations besides modes and messages, in the order of the menu. */
export const operations = [
  'transfer',
  'consult',
  'cancelConsult',
  'invite',
  'sendNotice',
  'pushUrl',
  'setDisposition',
  'leave',
  'complete',
] as const;
export type Operation = (typeof operations)[number];

/** Why an operation is unavailable; its locale key is `actions.reason.<this>`. */
export type OperationReason =
  'ended' | 'invited' | 'offline' | 'notOffered' | 'underWay' | 'modeChanging' | 'notInMonitor' | 'onlyBargedIn';

export interface OperationOption {
  readonly operation: Operation;
  readonly reason: OperationReason | null;
}

export interface OperationRequest {
  readonly chat: Chat;
  readonly connection: ConnectionState['phase'];
  readonly isModeChanging: boolean;
  readonly isUnderWay: (operation: Operation) => boolean;
}

/** Returns each operation with the reason if it is unavailable. Ending a consultation is listed only during one. */
export function operationOptionsFor(request: OperationRequest): readonly OperationOption[] {
  return operations
    .filter(
      (one) =>
        one !== 'cancelConsult' || request.chat.allowedActions.includes('cancelConsult') || request.isUnderWay(one),
    )
    .map((operation) => ({ operation, reason: reasonAgainst(operation, request) }));
}

function reasonAgainst(operation: Operation, request: OperationRequest): OperationReason | null {
  const { chat, connection, isModeChanging, isUnderWay } = request;
  if (chat.state === 'invited') return 'invited';
  if (!mayAct(connection)) return 'offline';
  if (isUnderWay(operation)) return 'underWay';
  if (isSpoken(operation)) {
    if (groupOf(chat) === 'ended') return 'ended';
    if (isModeChanging) return 'modeChanging';
    if (operation === 'pushUrl' && chat.mode !== 'bargeIn') return 'onlyBargedIn';
    if (operation === 'sendNotice' && (chat.mode === 'monitor' || chat.mode === null)) return 'notInMonitor';
  }
  // Leaving a chat in an unknown state is always possible.
  if (operation === 'leave' && chat.state === 'unknown') return null;
  if (actionsOf(operation).some((action) => chat.allowedActions.includes(action))) return null;
  return groupOf(chat) === 'ended' ? 'ended' : 'notOffered';
}

/** Whether the operation delivers a text to someone. */
function isSpoken(operation: Operation): boolean {
  return operation === 'sendNotice' || operation === 'pushUrl';
}

function actionsOf(operation: Operation): readonly ChatAction[] {
  return operation === 'sendNotice' ? ['sendNoticeToEveryone', 'sendNoticeToAgents'] : [operation];
}

/** Why a customer field cannot be changed so; `null` if it can. */
export function reasonAgainstData(
  action: 'attachUserData' | 'updateUserData' | 'deleteUserData' | 'removeParticipant',
  chat: Chat,
  connection: ConnectionState['phase'],
): OperationReason | null {
  if (chat.state === 'invited') return 'invited';
  if (!mayAct(connection)) return 'offline';
  if (chat.allowedActions.includes(action)) return null;
  return groupOf(chat) === 'ended' ? 'ended' : 'notOffered';
}

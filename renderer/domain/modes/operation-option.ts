import type { Chat, ConnectionState, MenuOperation } from '../../../preload/contract';
import { factsOf, menuFactsOf, menuOperations } from '../../../preload/contract/chat-operations';
import { mayAct } from '../../../preload/contract/may-act';
import { groupOf } from '../lists/chat-state';

/** Why an operation is unavailable; its locale key is `actions.reason.<this>`. */
export type OperationReason =
  'ended' | 'invited' | 'offline' | 'notOffered' | 'underWay' | 'modeChanging' | 'notInMonitor' | 'onlyBargedIn';

export interface OperationOption {
  readonly operation: MenuOperation;
  readonly reason: OperationReason | null;
}

export interface OperationRequest {
  readonly chat: Chat;
  readonly connection: ConnectionState['phase'];
  readonly isModeChanging: boolean;
  readonly isUnderWay: (operation: MenuOperation) => boolean;
}

/** Returns each entry of the menu with the reason if it is unavailable. */
export function operationOptionsFor(request: OperationRequest): readonly OperationOption[] {
  const isListed = (operation: MenuOperation): boolean =>
    menuFactsOf(operation).isHiddenUnlessOffered !== true ||
    isOffered(operation, request.chat) ||
    request.isUnderWay(operation);
  return menuOperations.filter(isListed).map((operation) => ({ operation, reason: reasonAgainst(operation, request) }));
}

function reasonAgainst(operation: MenuOperation, request: OperationRequest): OperationReason | null {
  const { chat, connection, isModeChanging, isUnderWay } = request;
  const { readIn } = menuFactsOf(operation);
  if (chat.state === 'invited') return 'invited';
  if (!mayAct(connection)) return 'offline';
  if (isUnderWay(operation)) return 'underWay';
  if (readIn !== undefined) {
    if (groupOf(chat) === 'ended') return 'ended';
    if (isModeChanging) return 'modeChanging';
    if (chat.mode === null || !readIn.includes(chat.mode))
      return readIn.includes('coach') ? 'notInMonitor' : 'onlyBargedIn';
  }
  // Leaving a chat in an unknown state is always possible.
  if (operation === 'leave' && chat.state === 'unknown') return null;
  if (isOffered(operation, chat)) return null;
  return groupOf(chat) === 'ended' ? 'ended' : 'notOffered';
}

/** Whether the server allows one of the operations behind the entry. */
function isOffered(operation: MenuOperation, { allowedActions }: Chat): boolean {
  const names = menuFactsOf(operation).runs.flatMap((one) => factsOf(one).offeredAs);
  return allowedActions.some((action) => names.includes(action));
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

import type { ChatUpdate } from '../../../main/floor/events';
import type { ChatAction, Visibility } from '../../../preload/contract';
import { CommandBench } from './command-bench';
import { activeChat, chatUpdated } from './readings';

/** All operations of a chat besides the modes. */
export const everything: readonly ChatAction[] = [
  'leave',
  'sendToEveryone',
  'complete',
  'transfer',
  'invite',
  'consult',
  'cancelConsult',
  'removeParticipant',
  'setDisposition',
  'attachUserData',
  'updateUserData',
  'deleteUserData',
  'sendNoticeToEveryone',
  'sendNoticeToAgents',
  'pushUrl',
];
export const customerData = [{ key: 'Plan', value: 'basic' }];

/** A chat with all operations available, unless configured otherwise. */
export function operationBench(visibility: Visibility = 'everyone', more: Partial<ChatUpdate> = {}): CommandBench {
  return new CommandBench(chatUpdated(activeChat(visibility, { allowedActions: everything, customerData, ...more })));
}
/** Applies a server event of that chat. */
export const report = (bench: CommandBench, more: Partial<ChatUpdate>): void =>
  bench.floorStore.applyEvents([chatUpdated({ chatId: 'chat-1', ...more })]);

import type { ChatUpdate } from '../../../main/floor/events';
import type { ChatAction, Visibility } from '../../../preload/contract';
import { chatOperationNames, chatOperations, factsOf } from '../../../preload/contract/chat-operations';
import { CommandBench } from './command-bench';
import { activeChat, chatUpdated } from './readings';

/** All actions of a chat that neither join it nor change its mode. */
export const everything: readonly ChatAction[] = chatOperationNames
  .filter((operation) => operation !== 'reject' && factsOf(operation).leadsTo === undefined)
  .flatMap((operation) => chatOperations[operation].offeredAs);
export const customerData = [{ key: 'Plan', value: 'basic' }];

/** A chat with all operations available, unless configured otherwise. */
export function operationBench(visibility: Visibility = 'everyone', more: Partial<ChatUpdate> = {}): CommandBench {
  return new CommandBench(chatUpdated(activeChat(visibility, { allowedActions: everything, customerData, ...more })));
}
/** Applies a server event of that chat. */
export const report = (bench: CommandBench, more: Partial<ChatUpdate>): void =>
  bench.floorStore.applyEvents([chatUpdated({ chatId: 'chat-1', ...more })]);

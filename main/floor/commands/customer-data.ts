import type { Chat, CommandRequest, CustomerField, Done, Result } from '../../../preload/contract';
import { isChangeable } from '../../../preload/contract/customer-field';
import { done, fail } from '../../base/result';
import { requireActionInWrapUp } from './checks';
import type { CommandContext } from './command-context';
import type { EffectStatus } from './in-flight-command';

/** Adds or changes a customer field; the server has a separate operation for each. */
export async function setCustomerField(
  { floorStore, dispatcher }: CommandContext,
  { requestId, chatId, key, value }: CommandRequest<'chats.setCustomerField'>,
): Promise<Result<Done>> {
  const known = floorStore.chat(chatId);
  const isThere = known !== null && datumOf(known, key) !== undefined;
  const inHand = requireActionInWrapUp(floorStore, chatId, isThere ? 'updateUserData' : 'attachUserData');
  if (!inHand.ok) return inHand;
  const field = datumOf(inHand.value, key);
  if (field !== undefined && !isChangeable(field)) return fail('command.notOffered');
  if (field?.value === value) return done;
  return dispatcher.dispatch({
    ...{ requestId, kind: 'setCustomerField', chatId, agentId: null, about: key },
    send: (contactCentre) => contactCentre.operate('setCustomerField', inHand.value, { key, value, isNew: !isThere }),
    // As the server has it: the chat shows it masked.
    verdict: () => verdictOf(floorStore.chat(chatId), () => valueOf(floorStore.customerData(chatId), key) === value),
  });
}

export async function deleteCustomerField(
  { floorStore, dispatcher }: CommandContext,
  { requestId, chatId, key }: CommandRequest<'chats.deleteCustomerField'>,
): Promise<Result<Done>> {
  const inHand = requireActionInWrapUp(floorStore, chatId, 'deleteUserData');
  if (!inHand.ok) return inHand;
  const field = datumOf(inHand.value, key);
  if (field === undefined) return done;
  if (!isChangeable(field)) return fail('command.notOffered');
  return dispatcher.dispatch({
    ...{ requestId, kind: 'deleteCustomerField', chatId, agentId: null, about: key },
    send: (contactCentre) => contactCentre.operate('deleteCustomerField', inHand.value, { key }),
    verdict: () => verdictOf(floorStore.chat(chatId), (chat) => datumOf(chat, key) === undefined),
  });
}

/**
 * Sets the disposition. The server chooses the key it stores the code under, so the command is confirmed when any
 * customer field newly has this value.
 */
export async function setDisposition(
  { floorStore, dispatcher }: CommandContext,
  { requestId, chatId, code }: CommandRequest<'chats.setDisposition'>,
): Promise<Result<Done>> {
  if (code.trim() === '') return fail('command.emptyText');
  const inHand = requireActionInWrapUp(floorStore, chatId, 'setDisposition');
  if (!inHand.ok) return inHand;
  const before = inHand.value;
  const hasNewly = (chat: Chat): boolean =>
    chat.customerData.some(({ key, value }) => value === code && datumOf(before, key)?.value !== code);
  const hadAlready = before.customerData.some(({ value }) => value === code);
  let isAccepted = false;
  return dispatcher.dispatch({
    ...{ requestId, kind: 'setDisposition', chatId, agentId: null },
    send: async (contactCentre) => {
      const result = await contactCentre.operate('setDisposition', before, { code });
      isAccepted = result.ok;
      return result;
    },
    // Setting the same code again changes nothing; acceptance and an unchanged field are enough.
    verdict: (isReadBack) =>
      verdictOf(floorStore.chat(chatId), (chat) => hasNewly(chat) || (hadAlready && isAccepted && isReadBack)),
  });
}

function valueOf(fields: readonly CustomerField[], wanted: string): string | null | undefined {
  return fields.find(({ key }) => key === wanted)?.value;
}

/** Returns the status of a customer field change. The end of the chat does not prove that the change preceded it. */
function verdictOf(chat: Chat | null, isSeen: (chat: Chat) => boolean): EffectStatus {
  return chat !== null && isSeen(chat) ? 'seen' : 'waiting';
}

function datumOf(chat: Chat, key: string): Chat['customerData'][number] | undefined {
  return chat.customerData.find((datum) => datum.key === key);
}

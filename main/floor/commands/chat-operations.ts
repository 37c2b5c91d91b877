import type { ChatOperation, ChatOperationRequest, Done, Result } from '../../../preload/contract';
import { accept } from './accept';
import type { CommandContext } from './command-context';
import { complete } from './complete';
import { deleteCustomerField, setCustomerField, setDisposition } from './customer-data';
import { consult, invite, removeParticipant, transfer } from './hand-over';
import { intrude } from './intrude';
import { leave } from './leave';
import { plainOperations, type PlainOperation } from './plain-operation';
import { reject } from './reject';
import { pushUrl, send, sendNotice } from './send';
import { switchMode } from './switch-mode';

type Run<N extends ChatOperation> = (
  context: CommandContext,
  request: ChatOperationRequest<N>,
) => Promise<Result<Done>>;

/** What each operation on a chat runs: its checks, its request, and the effect that confirms it. */
const otherRuns: { readonly [N in Exclude<ChatOperation, PlainOperation>]: Run<N> } = {
  intrude,
  accept,
  reject,
  monitor: (context, request) => switchMode(context, request, 'monitor'),
  coach: (context, request) => switchMode(context, request, 'coach'),
  bargeIn: (context, request) => switchMode(context, request, 'bargeIn'),
  sendToEveryone: (context, request) => send(context, request, 'sendToEveryone'),
  sendToAgents: (context, request) => send(context, request, 'sendToAgents'),
  transfer,
  consult,
  invite,
  removeParticipant,
  sendNoticeToAgents: (context, request) => sendNotice(context, request, 'sendNoticeToAgents'),
  sendNoticeToEveryone: (context, request) => sendNotice(context, request, 'sendNoticeToEveryone'),
  pushUrl,
  setDisposition,
  setCustomerField,
  deleteCustomerField,
  leave,
  complete,
};

export const chatOperationRuns: { readonly [N in ChatOperation]: Run<N> } = { ...plainOperations, ...otherRuns };

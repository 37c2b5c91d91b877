import type { ChatCommandRequest, Composition, SendTextRequest } from './model/command-request';
import type { HandOverTarget } from './model/hand-over';
import type { Mode } from './model/mode';
import type { Done } from './result';

/** Parting message for everyone; only while barged in. */
export interface PartingMessage extends Composition {
  readonly text: string;
}

/** Fields that operations take besides the request id and the chat. Main has one schema for each (`main/ipc`). */
export interface OperationFields extends Composition, Pick<SendTextRequest, 'text' | 'draft'> {
  readonly agentId: string;
  readonly mode: Mode;
  readonly target: Pick<HandOverTarget, 'kind' | 'id'>;
  readonly userId: string;
  readonly partingMessage?: PartingMessage | null;
  readonly code: string;
  readonly key: string;
  readonly value: string;
  readonly url: string;
}

interface OperationFacts {
  readonly takes: readonly (keyof OperationFields)[];
  /** Its names in `Chat.allowedActions`; one of them suffices. Empty if the server never lists it. */
  readonly offeredAs: readonly string[];
  /** Mode that it leads to, also by way of an invitation; absent: it changes no mode. */
  readonly leadsTo?: Mode | 'asRequested' | 'asInvited';
  /** Its effect is that the server no longer offers it; nothing else must be written to confirm it. */
  readonly isOfferedUntilDone?: true;
  /** Field that distinguishes pending commands of this operation in one chat. */
  readonly distinguishedBy?: 'userId' | 'key';
}

const text = ['composedIn', 'readers', 'text'] as const;

/**
 * Operations on a chat, each with the facts that main and windows share. The command `chats.<name>`, its schema, the
 * pending command and `ChatAction` are derived from this record. Its other parts are complete by the compiler:
 * `main/gws/vendor-operations.ts`, `main/floor/commands/chat-operations.ts` unless it `isOfferedUntilDone`, and, for the
 * menu, `operationMenu`.
 */
export const chatOperations = {
  intrude: { takes: ['agentId', 'mode'], offeredAs: [], leadsTo: 'asRequested' },
  accept: { takes: [], offeredAs: ['accept'], leadsTo: 'asInvited' },
  reject: { takes: [], offeredAs: ['reject'] },
  monitor: { takes: [], offeredAs: ['switchToMonitor'], leadsTo: 'monitor' },
  coach: { takes: [], offeredAs: ['switchToCoach'], leadsTo: 'coach' },
  bargeIn: { takes: [], offeredAs: ['switchToBargeIn'], leadsTo: 'bargeIn' },
  sendToEveryone: { takes: [...text, 'draft'], offeredAs: ['sendToEveryone'] },
  sendToAgents: { takes: [...text, 'draft'], offeredAs: ['sendToAgents'] },
  /** Transfers the chat; the supervisor leaves it. */
  transfer: { takes: ['target'], offeredAs: ['transfer'] },
  /** Consults a colleague whom the customer does not see. Settles with the request, not with the join. */
  consult: { takes: ['target'], offeredAs: ['consult'] },
  /** Cancels a consult, whether the colleague has joined or not. */
  cancelConsult: { takes: [], offeredAs: ['cancelConsult'], isOfferedUntilDone: true },
  /** Invites a colleague whom the customer sees. Settles with the request, not with the join. */
  invite: { takes: ['target'], offeredAs: ['invite'] },
  removeParticipant: { takes: ['userId'], offeredAs: ['removeParticipant'], distinguishedBy: 'userId' },
  sendNoticeToAgents: { takes: text, offeredAs: ['sendNoticeToAgents'] },
  sendNoticeToEveryone: { takes: text, offeredAs: ['sendNoticeToEveryone'] },
  /** Shows an https address to everyone in the chat; only while barged in. */
  pushUrl: { takes: ['composedIn', 'readers', 'url'], offeredAs: ['pushUrl'] },
  setDisposition: { takes: ['code'], offeredAs: ['setDisposition'] },
  /** Adds or changes the customer field with this key. */
  setCustomerField: {
    takes: ['key', 'value'],
    offeredAs: ['attachUserData', 'updateUserData'],
    distinguishedBy: 'key',
  },
  deleteCustomerField: { takes: ['key'], offeredAs: ['deleteUserData'], distinguishedBy: 'key' },
  /** Leaves the chat. If only the customer is left, this ends the customer's session. */
  leave: { takes: ['partingMessage'], offeredAs: ['leave'] },
  /** Completes the chat and ends it for the customer, too. Also completes a chat in wrap-up. */
  complete: { takes: ['partingMessage'], offeredAs: ['complete'] },
} as const satisfies Readonly<Record<string, OperationFacts>>;

export type ChatOperation = keyof typeof chatOperations;
export const chatOperationNames = Object.keys(chatOperations) as readonly ChatOperation[];

/** What an operation takes besides the request id and the chat. */
export type OperationParameters<N extends ChatOperation> = Pick<
  OperationFields,
  (typeof chatOperations)[N]['takes'][number]
>;
export type ChatOperationRequest<N extends ChatOperation> = ChatCommandRequest & OperationParameters<N>;

/** The facts of an operation, as the same type for all. */
export function factsOf(operation: ChatOperation): OperationFacts {
  return chatOperations[operation];
}

/** Operations on a chat as commands; each only if the chat's `allowedActions` contains it. */
export type ChatOperationCommands = {
  readonly [N in ChatOperation as `chats.${N}`]: { readonly request: ChatOperationRequest<N>; readonly reply: Done };
};

interface MenuFacts {
  /** Operations behind the entry. */
  readonly runs: readonly ChatOperation[];
  /** Usual keys, in the notation of `renderer/ui/keys/chord.ts`. */
  readonly keys: string;
  /** Removes the supervisor's access to the chat or brings others into it. */
  readonly isGuarded: boolean;
  /** Modes in which others would read what it sends; absent: it sends no text. */
  readonly readIn?: readonly Mode[];
  /** Listed only while the server offers it or it is pending. */
  readonly isHiddenUnlessOffered?: boolean;
}

/** Entries of the menu with the actions of a chat, in order; `renderer/features/chat-actions` presents them. */
const operationMenu = {
  transfer: { runs: ['transfer'], keys: 't', isGuarded: true },
  consult: { runs: ['consult'], keys: 'o', isGuarded: true },
  cancelConsult: { runs: ['cancelConsult'], keys: 'Shift+o', isGuarded: true, isHiddenUnlessOffered: true },
  invite: { runs: ['invite'], keys: 'i', isGuarded: true },
  sendNotice: {
    runs: ['sendNoticeToEveryone', 'sendNoticeToAgents'],
    keys: 'Shift+n',
    isGuarded: false,
    readIn: ['coach', 'bargeIn'],
  },
  pushUrl: { runs: ['pushUrl'], keys: 'u', isGuarded: false, readIn: ['bargeIn'] },
  setDisposition: { runs: ['setDisposition'], keys: 'd', isGuarded: false },
  leave: { runs: ['leave'], keys: '$mod+Shift+x', isGuarded: true },
  complete: { runs: ['complete'], keys: '$mod+Shift+e', isGuarded: true },
} as const satisfies Readonly<Record<string, MenuFacts>>;

export type MenuOperation = keyof typeof operationMenu;
export const menuOperations = Object.keys(operationMenu) as readonly MenuOperation[];

export function menuFactsOf(entry: MenuOperation): MenuFacts {
  return operationMenu[entry];
}

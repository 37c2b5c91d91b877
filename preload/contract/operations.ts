import type { FoundTargets, HandOverTarget } from './model/hand-over';
import type { CustomerHistory, Disposition, PastTranscript } from './model/history';
import type { ChatCommandRequest, Composition, SendNotice } from './model/command-request';
import type { Done } from './result';

/** Parting message for everyone; only while barged in. */
export interface PartingMessage extends Composition {
  readonly text: string;
}

type Target = Pick<HandOverTarget, 'kind' | 'id'>;
type Ending = ChatCommandRequest & { readonly partingMessage?: PartingMessage | null };

/** Operations on a chat; each only if the chat's `allowedActions` contains it. */
export interface ChatOperationCommands {
  /** Transfers the chat; the supervisor leaves it. */
  'chats.transfer': { readonly request: ChatCommandRequest & { readonly target: Target }; readonly reply: Done };
  /** Consults a colleague whom the customer does not see. Settles with the request, not with the join. */
  'chats.consult': { readonly request: ChatCommandRequest & { readonly target: Target }; readonly reply: Done };
  'chats.cancelConsult': { readonly request: ChatCommandRequest; readonly reply: Done };
  /** Invites a colleague whom the customer sees. Settles with the request, not with the join. */
  'chats.invite': { readonly request: ChatCommandRequest & { readonly target: Target }; readonly reply: Done };
  'chats.removeParticipant': {
    readonly request: ChatCommandRequest & { readonly userId: string };
    readonly reply: Done;
  };
  /** Leaves the chat. If only the customer is left, this ends the customer's session. */
  'chats.leave': { readonly request: Ending; readonly reply: Done };
  /** Completes the chat and ends it for the customer, too. Also completes a chat in wrap-up. */
  'chats.complete': { readonly request: Ending; readonly reply: Done };
  'chats.setDisposition': { readonly request: ChatCommandRequest & { readonly code: string }; readonly reply: Done };
  /** Adds or changes the customer field with this key. */
  'chats.setCustomerField': {
    readonly request: ChatCommandRequest & { readonly key: string; readonly value: string };
    readonly reply: Done;
  };
  'chats.deleteCustomerField': {
    readonly request: ChatCommandRequest & { readonly key: string };
    readonly reply: Done;
  };
  'chats.sendNoticeToEveryone': { readonly request: SendNotice; readonly reply: Done };
  'chats.sendNoticeToAgents': { readonly request: SendNotice; readonly reply: Done };
  /** Shows an https address to everyone in the chat; only while barged in. */
  'chats.pushUrl': {
    readonly request: ChatCommandRequest & Composition & { readonly url: string };
    readonly reply: Done;
  };
}

/** Lookups for operations and past chats. They change nothing. */
export interface LookupCommands {
  'directory.find': {
    readonly request: { readonly query: string; readonly kinds: readonly HandOverTarget['kind'][] };
    readonly reply: FoundTargets;
  };
  /** Empty if the contact centre offers no codes: then any text is valid. */
  'dispositions.list': { readonly request: null; readonly reply: { readonly codes: readonly Disposition[] } };
  'history.ofCustomer': { readonly request: { readonly chatId: string }; readonly reply: CustomerHistory };
  /** Transcript of a finished chat; nothing in it is live. */
  'history.transcript': { readonly request: { readonly interactionId: string }; readonly reply: PastTranscript };
}

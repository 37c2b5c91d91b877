import type { FoundTargets, HandOverTarget } from './model/hand-over';
import type { CustomerHistory, Disposition, PastTranscript } from './model/history';
import type { ChatCommandRequest, Composition, SendNotice } from './model/command-request';
import type { Done } from './result';

/** Said to everyone on the way out; only while barged in. */
export interface PartingMessage extends Composition {
  readonly text: string;
}

type Target = Pick<HandOverTarget, 'kind' | 'id'>;
type Ending = ChatCommandRequest & { readonly partingMessage?: PartingMessage | null };

/** What can be done with a chat beyond reading, writing and the modes. Each only where the chat's `can` offers it. */
export interface ChatOperationCommands {
  /** Gives the chat to somebody else. The supervisor is out of it when it worked. */
  'chats.transfer': { readonly request: ChatCommandRequest & { readonly target: Target }; readonly reply: Done };
  /** Asks somebody beside the chat; the customer does not see them. Done when they were asked, not when they came. */
  'chats.consult': { readonly request: ChatCommandRequest & { readonly target: Target }; readonly reply: Done };
  'chats.cancelConsult': { readonly request: ChatCommandRequest; readonly reply: Done };
  /** Asks somebody into the chat, seen by the customer. Done when they were asked, not when they came. */
  'chats.invite': { readonly request: ChatCommandRequest & { readonly target: Target }; readonly reply: Done };
  'chats.removeParticipant': {
    readonly request: ChatCommandRequest & { readonly userId: string };
    readonly reply: Done;
  };
  /** Goes out of the chat. Alone with the customer that ends the customer's session. */
  'chats.leave': { readonly request: Ending; readonly reply: Done };
  /** Puts the chat away for good; a customer who is still there is sent away. Also the end of a chat that was left. */
  'chats.complete': { readonly request: Ending; readonly reply: Done };
  'chats.setDisposition': { readonly request: ChatCommandRequest & { readonly code: string }; readonly reply: Done };
  /** Adds a datum or changes the one of this key. */
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
  /** Shows everyone in the chat a web address; https only, and only while barged in. */
  'chats.pushUrl': {
    readonly request: ChatCommandRequest & Composition & { readonly url: string };
    readonly reply: Done;
  };
}

/** What can be looked up for an operation, and what was said before. Nothing of it changes anything. */
export interface LookupCommands {
  'directory.find': {
    readonly request: { readonly query: string; readonly kinds: readonly HandOverTarget['kind'][] };
    readonly reply: FoundTargets;
  };
  /** Empty where the contact centre offers no codes: then any text will do. */
  'dispositions.list': { readonly request: null; readonly reply: { readonly codes: readonly Disposition[] } };
  'history.ofCustomer': { readonly request: { readonly chatId: string }; readonly reply: CustomerHistory };
  /** What was said in a finished chat. Old: nothing of it is live. */
  'history.transcript': { readonly request: { readonly interactionId: string }; readonly reply: PastTranscript };
}

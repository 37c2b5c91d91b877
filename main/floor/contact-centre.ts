import type {
  Chat,
  ChatOperation,
  ChatOperationRequest,
  CustomerField,
  Disposition,
  HandOverTarget,
  Medium,
  Mode,
  PastInteraction,
  Result,
  WatchScope,
} from '../../preload/contract';
import type { EntryUpdate } from './events';

/**
 * Result of an accepted operation. `referenceId` matches a failure that the server may report later; `null` if it sent
 * none.
 */
export type Receipt = { readonly referenceId: number } | null;

/** A chat as a platform addresses it: the medium selects the resource. */
export type ChatAddress = Pick<Chat, 'id' | 'medium'>;

export type TargetId = Pick<HandOverTarget, 'kind' | 'id'>;

/** Requests that differ from those of the windows, because a command resolves something first. */
interface ResolvedRequests {
  /** Without a nickname the one of the sign-in is used. */
  readonly accept: { readonly nickname?: string };
  /** The parting message goes to everyone. */
  readonly leave: { readonly partingMessage?: string };
  readonly complete: { readonly partingMessage?: string };
  /** `isNew`: the chat has no field with this key. */
  readonly setCustomerField: { readonly key: string; readonly value: string; readonly isNew: boolean };
  /** `mayGo` is called immediately before sending and returns whether the readers are still the intended ones. */
  readonly pushUrl: { readonly url: string; readonly mayGo: () => boolean };
}

/** What an operation needs of the platform, besides the chat. What only main checks is left out. */
export type PlatformRequest<N extends ChatOperation> = N extends keyof ResolvedRequests
  ? ResolvedRequests[N]
  : Omit<ChatOperationRequest<N>, 'requestId' | 'chatId' | 'composedIn' | 'readers' | 'draft'>;

/** Lookups; they change nothing and may be repeated. */
export interface LookupPort {
  queues(): Promise<Result<readonly HandOverTarget[]>>;
  /** Empty if the platform offers no codes. */
  dispositions(): Promise<Result<readonly Disposition[]>>;
  /** The customer is identified by these fields; unordered, empty if they identify no one. */
  customerHistory(request: { customerData: readonly CustomerField[] }): Promise<Result<readonly PastInteraction[]>>;
  pastTranscript(request: { interactionId: string }): Promise<Result<readonly EntryUpdate[]>>;
}

/**
 * Port to a contact-centre platform. `ok` means that the server accepted the request, not that the effect is confirmed.
 * `command.outcomeUnknown` means that the request may or may not have been executed; the caller resyncs and never sends
 * it again blindly.
 */
export interface ContactCentre extends LookupPort {
  /** Requests an operation on a chat. The chat's `allowedActions` says which of them are possible now. */
  operate<N extends ChatOperation>(
    operation: N,
    chat: ChatAddress,
    request: PlatformRequest<N>,
  ): Promise<Result<Receipt>>;
  typing(chat: ChatAddress, request: { audience: 'everyone' | 'agents'; isTyping: boolean }): Promise<Result<Receipt>>;
  /** Watches the agent's coming chats of one medium. An empty nickname means the one of the sign-in. */
  watch(request: {
    agentId: string;
    medium: Medium;
    mode: Mode;
    scope: WatchScope;
    nickname: string;
  }): Promise<Result<Receipt>>;
  stopWatching(request: { agentId: string; medium: Medium }): Promise<Result<Receipt>>;
  /** `logsIn`: the channel is or may be logged out, so log it in first. */
  setReady(request: { medium: Medium; logsIn: boolean }): Promise<Result<Receipt>>;
  setNotReady(request: { medium: Medium; reasonId: string | null; logsIn: boolean }): Promise<Result<Receipt>>;
  /** Requests a resync; its result arrives through `FloorSink`. */
  resynchronise(): void;
}

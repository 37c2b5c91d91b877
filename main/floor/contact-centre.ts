import type {
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

interface OfChat {
  readonly chatId: string;
}

export type TargetId = Pick<HandOverTarget, 'kind' | 'id'>;

/** Operations on a chat. Its `allowedActions` says which of them are possible now. */
export interface ChatOperationsPort {
  transfer(request: OfChat & { target: TargetId }): Promise<Result<Receipt>>;
  consult(request: OfChat & { target: TargetId }): Promise<Result<Receipt>>;
  cancelConsult(request: OfChat): Promise<Result<Receipt>>;
  invite(request: OfChat & { target: TargetId }): Promise<Result<Receipt>>;
  removeParticipant(request: OfChat & { userId: string }): Promise<Result<Receipt>>;
  /** The parting message goes to everyone. */
  complete(request: OfChat & { partingMessage?: string }): Promise<Result<Receipt>>;
  setDisposition(request: OfChat & { code: string }): Promise<Result<Receipt>>;
  attachDatum(request: OfChat & { key: string; value: string }): Promise<Result<Receipt>>;
  updateDatum(request: OfChat & { key: string; value: string }): Promise<Result<Receipt>>;
  deleteCustomerField(request: OfChat & { key: string }): Promise<Result<Receipt>>;
  sendNoticeToEveryone(request: OfChat & { text: string }): Promise<Result<Receipt>>;
  sendNoticeToAgents(request: OfChat & { text: string }): Promise<Result<Receipt>>;
  /** `mayGo` is called immediately before sending and returns whether the readers are still the intended ones. */
  pushUrl(request: OfChat & { url: string; mayGo: () => boolean }): Promise<Result<Receipt>>;
}

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
export interface ContactCentre extends ChatOperationsPort, LookupPort {
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
  intrude(request: { agentId: string; chatId: string; mode: Mode }): Promise<Result<Receipt>>;
  /** Without a nickname the one of the sign-in is used. */
  accept(request: OfChat & { nickname?: string }): Promise<Result<Receipt>>;
  reject(request: OfChat): Promise<Result<Receipt>>;
  switchMode(request: OfChat & { mode: Mode }): Promise<Result<Receipt>>;
  sendToEveryone(request: OfChat & { text: string }): Promise<Result<Receipt>>;
  sendToAgents(request: OfChat & { text: string }): Promise<Result<Receipt>>;
  typing(request: OfChat & { audience: 'everyone' | 'agents'; isTyping: boolean }): Promise<Result<Receipt>>;
  leave(request: OfChat & { partingMessage?: string }): Promise<Result<Receipt>>;
  /** Requests a resync; its result arrives through `FloorSink`. */
  resynchronise(): void;
}

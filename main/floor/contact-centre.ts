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

/** What the server gave for an accepted operation: a number by which it may tell later that it failed; `null` where it gave none. */
export type Receipt = { readonly referenceId: number } | null;

interface OfChat {
  readonly chatId: string;
}

export type TargetId = Pick<HandOverTarget, 'kind' | 'id'>;

/** What can be asked for a chat beyond being in it. Which of it may be asked now, the chat's `can` tells. */
export interface ChatOperationsPort {
  transfer(request: OfChat & { target: TargetId }): Promise<Result<Receipt>>;
  consult(request: OfChat & { target: TargetId }): Promise<Result<Receipt>>;
  cancelConsult(request: OfChat): Promise<Result<Receipt>>;
  invite(request: OfChat & { target: TargetId }): Promise<Result<Receipt>>;
  removeParticipant(request: OfChat & { userId: string }): Promise<Result<Receipt>>;
  /** The last words go to everyone. */
  complete(request: OfChat & { partingMessage?: string }): Promise<Result<Receipt>>;
  setDisposition(request: OfChat & { code: string }): Promise<Result<Receipt>>;
  attachDatum(request: OfChat & { key: string; value: string }): Promise<Result<Receipt>>;
  updateDatum(request: OfChat & { key: string; value: string }): Promise<Result<Receipt>>;
  deleteCustomerField(request: OfChat & { key: string }): Promise<Result<Receipt>>;
  sendNoticeToEveryone(request: OfChat & { text: string }): Promise<Result<Receipt>>;
  sendNoticeToAgents(request: OfChat & { text: string }): Promise<Result<Receipt>>;
  /** `mayGo` is asked at the last moment: whether those who read it are still the ones it was meant for. */
  pushUrl(request: OfChat & { url: string; mayGo: () => boolean }): Promise<Result<Receipt>>;
}

/** What can be looked up; nothing of it changes anything, so it may be asked again. */
export interface LookupPort {
  queues(): Promise<Result<readonly HandOverTarget[]>>;
  /** Empty where the platform offers no codes. */
  dispositions(): Promise<Result<readonly Disposition[]>>;
  /** Whose history it is, is found in what the chat says of its customer; in any order, empty where it does not say. */
  customerHistory(request: { customerData: readonly CustomerField[] }): Promise<Result<readonly PastInteraction[]>>;
  pastTranscript(request: { interactionId: string }): Promise<Result<readonly EntryUpdate[]>>;
}

/**
 * What the floor can ask of a contact-centre platform, each answered with a Result: `ok` means accepted by the server,
 * not yet seen to have happened. `command.outcomeUnknown` means the request may or may not have been executed; whoever
 * gets it reads the state back and never sends again blindly.
 */
export interface ContactCentre extends ChatOperationsPort, LookupPort {
  /** The agent's coming chats of one medium. An empty nickname means the one given at sign-in. */
  watch(request: {
    agentId: string;
    medium: Medium;
    mode: Mode;
    scope: WatchScope;
    nickname: string;
  }): Promise<Result<Receipt>>;
  stopWatching(request: { agentId: string; medium: Medium }): Promise<Result<Receipt>>;
  /** `logsIn`: the channel is logged out, or may be, and is logged in first. */
  setReady(request: { medium: Medium; logsIn: boolean }): Promise<Result<Receipt>>;
  setNotReady(request: { medium: Medium; reasonId: string | null; logsIn: boolean }): Promise<Result<Receipt>>;
  intrude(request: { agentId: string; chatId: string; mode: Mode }): Promise<Result<Receipt>>;
  /** Without a nickname under the one given at sign-in. */
  accept(request: OfChat & { nickname?: string }): Promise<Result<Receipt>>;
  reject(request: OfChat): Promise<Result<Receipt>>;
  switchMode(request: OfChat & { mode: Mode }): Promise<Result<Receipt>>;
  sendToEveryone(request: OfChat & { text: string }): Promise<Result<Receipt>>;
  sendToAgents(request: OfChat & { text: string }): Promise<Result<Receipt>>;
  typing(request: OfChat & { audience: 'everyone' | 'agents'; isTyping: boolean }): Promise<Result<Receipt>>;
  leave(request: OfChat & { partingMessage?: string }): Promise<Result<Receipt>>;
  /** Asks for a re-read of everything; the answer arrives through the ledger. */
  resynchronise(): void;
}

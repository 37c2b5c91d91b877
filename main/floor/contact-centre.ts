import type { Done, Mode, Result, WatchScope } from '../../preload/contract';

/**
 * What the floor can ask of a contact-centre platform, each answered with a Result: `ok` means accepted by the server,
 * not yet seen to have happened. `command.outcomeUnknown` means the request may or may not have been executed; whoever
 * gets it reads the state back and never sends again blindly.
 */
export interface ContactCentre {
  watch(request: { agentId: string; mode: Mode; scope: WatchScope }): Promise<Result<Done>>;
  stopWatching(request: { agentId: string }): Promise<Result<Done>>;
  intrude(request: { agentId: string; chatId: string; mode: Mode }): Promise<Result<Done>>;
  accept(request: { chatId: string }): Promise<Result<Done>>;
  reject(request: { chatId: string }): Promise<Result<Done>>;
  switchMode(request: { chatId: string; mode: Mode }): Promise<Result<Done>>;
  sendToEveryone(request: { chatId: string; text: string }): Promise<Result<Done>>;
  sendToAgents(request: { chatId: string; text: string }): Promise<Result<Done>>;
  typing(request: { chatId: string; audience: 'everyone' | 'agents'; isTyping: boolean }): Promise<Result<Done>>;
  leave(request: { chatId: string }): Promise<Result<Done>>;
  /** Asks for a re-read of everything; the answer arrives through the ledger. */
  resynchronise(): void;
}

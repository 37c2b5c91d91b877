import type { ChatOperation } from '../chat-operations';
import type { Mode } from './mode';

/** Kinds of commands that stay pending until their effect is confirmed. */
export type CommandKind = ChatOperation | 'watch' | 'stopWatching' | 'setReady' | 'setNotReady';

/**
 * A command that has not settled. Kept in main, so that a reloaded window still shows it. `sending`: on its way to the
 * server. `accepted`: the server accepted it, and its effect is not reported yet. `notConfirmed`: the effect is
 * overdue, and the state is being read from the server.
 */
export interface PendingCommand {
  readonly requestId: string;
  readonly kind: CommandKind;
  readonly chatId: string | null;
  readonly agentId: string | null;
  /** Distinguishes several of a kind: key of a customer field, user id of a participant, medium of an own channel. */
  readonly about?: string;
  /** Mode that a pending watch or invitation leads to; absent for other kinds. */
  readonly mode?: Mode;
  readonly phase: 'sending' | 'accepted' | 'notConfirmed';
  readonly since: number;
}

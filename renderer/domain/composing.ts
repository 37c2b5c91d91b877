import type { Chat, ConnectionState, Mode } from '../../preload/contract';
import { isReachable } from './mode-offer';
import type { Audience } from './readers';

/** The longest message the console sends, in UTF-16 units. */
export const longestMessage = 16_000;
const warnWithin = 1_000;

/** Why nothing can be sent now; the key of its sentence is `composer.blocked.<this>`. */
export type ComposeBlock = 'ended' | 'offline' | 'modeChanging' | 'modeUnknown' | 'notOffered' | 'sending' | 'tooLong';

/** Who would read it. In barge-in the supervisor may still turn to the agents alone. */
export function audienceOf(mode: Mode, isWhisper: boolean): Audience {
  return mode === 'bargeIn' && !isWhisper ? 'everyone' : 'agents';
}

/** How many characters are left, once that begins to matter; negative when there are too many. */
export function charactersLeft(text: string): number | null {
  const left = longestMessage - text.length;
  return left <= warnWithin ? left : null;
}

export interface ComposeRequest {
  readonly chat: Chat;
  readonly audience: Audience;
  readonly connection: ConnectionState['phase'];
  readonly isModeChanging: boolean;
  readonly isSending: boolean;
  readonly text: string;
}

export function composeBlock(request: ComposeRequest): ComposeBlock | null {
  const { chat, audience, connection, isModeChanging, isSending, text } = request;
  if (chat.state !== 'active') return 'ended';
  if (!isReachable(connection)) return 'offline';
  if (isModeChanging) return 'modeChanging';
  if (chat.mode === null) return 'modeUnknown';
  if (!chat.can.includes(audience === 'everyone' ? 'sendToEveryone' : 'sendToAgents')) return 'notOffered';
  if (isSending) return 'sending';
  return text.length > longestMessage ? 'tooLong' : null;
}

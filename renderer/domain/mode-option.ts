import type { Chat, ChatAction, ConnectionState, Mode } from '../../preload/contract';
import { mayAct } from '../../preload/contract/may-act';
import { groupOf } from './chat-state';

/** The modes from the quietest to the loudest. */
export const modes: readonly Mode[] = ['monitor', 'coach', 'bargeIn'];

/** Why a mode cannot be chosen now; the key of its sentence is `chat.mode.reason.<this>`. */
export type ModeReason = 'ended' | 'invited' | 'offline' | 'notConfirmed' | 'notOffered' | 'underWay';

export interface ModeOption {
  readonly mode: Mode;
  readonly isConfirmed: boolean;
  readonly reason: ModeReason | null;
}

export interface ModeOfferRequest {
  readonly chat: Chat;
  readonly connection: ConnectionState['phase'];
  /** The mode a change under way leads to. */
  readonly pendingMode: Mode | null;
}

const actionOf: Readonly<Record<Mode, ChatAction>> = {
  monitor: 'switchToMonitor',
  coach: 'switchToCoach',
  bargeIn: 'switchToBargeIn',
};

/** What can be chosen, mode by mode. Only the server's own words make an offer; nothing is guessed. */
export function modeOptionsFor(request: ModeOfferRequest): readonly ModeOption[] {
  return modes.map((mode) => {
    const isConfirmed = request.chat.mode === mode;
    return { mode, isConfirmed, reason: isConfirmed ? null : reasonAgainst(mode, request) };
  });
}

function reasonAgainst(mode: Mode, { chat, connection, pendingMode }: ModeOfferRequest): ModeReason | null {
  const group = groupOf(chat);
  if (group !== 'live') return group;
  if (!mayAct(connection)) return 'offline';
  // The way back to silent stays open while a louder mode is on its way.
  if (pendingMode !== null && (mode !== 'monitor' || pendingMode === 'monitor')) return 'underWay';
  if (chat.allowedActions.includes(actionOf[mode])) return null;
  return chat.mode === null ? 'notConfirmed' : 'notOffered';
}

import type { Chat, ChatAction, ConnectionState, Mode, Rights } from '../../../preload/contract';
import { mayAct } from '../../../preload/contract/may-act';
import { isModeAllowed } from '../../../preload/contract/rights';
import { groupOf } from '../lists/chat-state';

/** The modes in order of visibility. */
export const modes: readonly Mode[] = ['monitor', 'coach', 'bargeIn'];

/** Why a mode is unavailable; its locale key is `chat.mode.reason.<this>`. */
export type ModeReason = 'ended' | 'invited' | 'offline' | 'notConfirmed' | 'notOffered' | 'underWay' | 'notAllowed';

export interface ModeOption {
  readonly mode: Mode;
  readonly isConfirmed: boolean;
  readonly reason: ModeReason | null;
}

export interface ModeOfferRequest {
  readonly chat: Chat;
  readonly connection: ConnectionState['phase'];
  /** The target of the pending mode change. */
  readonly pendingMode: Mode | null;
  readonly rights: Rights;
}

const actionOf: Readonly<Record<Mode, ChatAction>> = {
  monitor: 'switchToMonitor',
  coach: 'switchToCoach',
  bargeIn: 'switchToBargeIn',
};

/** The modes that the policy allows. */
export function allowedModes(rights: Rights): readonly Mode[] {
  return modes.filter((mode) => isModeAllowed(rights, mode));
}

/** Returns the availability of each mode. Only the server's report makes one available. */
export function modeOptionsFor(request: ModeOfferRequest): readonly ModeOption[] {
  return modes.map((mode) => {
    const isConfirmed = request.chat.mode === mode;
    return { mode, isConfirmed, reason: isConfirmed ? null : reasonAgainst(mode, request) };
  });
}

function reasonAgainst(mode: Mode, { chat, connection, pendingMode, rights }: ModeOfferRequest): ModeReason | null {
  const group = groupOf(chat);
  if (group !== 'live') return group;
  if (!isModeAllowed(rights, mode)) return 'notAllowed';
  if (!mayAct(connection)) return 'offline';
  // Stepping back stays available while another mode is pending.
  if (pendingMode !== null && (mode !== 'monitor' || pendingMode === 'monitor')) return 'underWay';
  if (chat.allowedActions.includes(actionOf[mode])) return null;
  return chat.mode === null ? 'notConfirmed' : 'notOffered';
}

import type { AlertLevel, AttentionReason, AttentionRule, ChatAttention, Snapshot } from '../../preload/contract';
import { exposureIn, type Exposure } from '../../preload/contract/exposure';
import { seenName } from '../../preload/contract/names/seen-text';
import { attentionOrder } from '../../preload/contract/attention-order';
import { sanitizeName } from '../notifications/plain-text';
import { say, sayCount } from '../ui-strings/ui-strings';

export type TrayIcon = 'live' | 'catchingUp' | 'attention' | 'stale' | 'offline' | 'visible';

export interface TrayState {
  readonly icon: TrayIcon;
  /** Contains no names and no chat text: others may read the tooltip. */
  readonly tooltip: string;
  readonly connection: string;
  readonly canStepBack: boolean;
  /** Chats that need attention, for the badge of the program. */
  readonly count: number;
  /** The most urgent of them. */
  readonly top: readonly { readonly chatId: string; readonly label: string }[];
}

type Seen = Pick<Snapshot, 'connection' | 'chats' | 'attention'>;

const maxTop = 5;
const minuteMs = 60_000;

export interface TrayCircumstances {
  readonly levels: Readonly<Record<AttentionRule, AlertLevel>>;
  readonly now: number;
}

/** Returns the state of the tray icon, with the chats that need attention. */
export function trayStateOf(floor: Seen, { levels, now }: TrayCircumstances): TrayState {
  const urgent = floor.connection.phase === 'signedOut' ? [] : urgentChats(floor.attention, levels);
  const { icon, status } = statusOf(floor, urgent.length);
  return {
    icon,
    tooltip: `${say('shell.brand')}: ${status}`,
    connection: status,
    canStepBack: floor.connection.phase !== 'signedOut',
    count: urgent.length,
    top: urgent.slice(0, maxTop).map((one) => ({ chatId: one.chatId, label: labelOf(one, floor, now) })),
  };
}

/**
 * Returns icon and sentence for connection and visibility. Visible, or possibly visible, ranks above everything except
 * offline.
 */
export function statusOf(
  { connection, chats }: Pick<Seen, 'connection' | 'chats'>,
  urgentCount: number,
): { readonly icon: TrayIcon; readonly status: string } {
  const exposures = chats.map(exposureIn);
  const count = (wanted: Exposure): number => exposures.filter((exposure) => exposure === wanted).length;
  const [byCustomers, byAgents, notConfirmed] = [count('everyone'), count('agents'), count('notConfirmed')];
  const visible = byCustomers + byAgents;
  const invitations = chats.filter((chat) => chat.state === 'invited').length;
  const parts = [say(`connection.phase.${connection.phase}`)];
  if (connection.phase !== 'signedOut') {
    if (byCustomers > 0) parts.push(sayCount('shell.visible.count', byCustomers));
    if (byAgents > 0) parts.push(sayCount('many.visible.coached', byAgents));
    if (notConfirmed > 0) parts.push(sayCount('shell.visible.mayCount', notConfirmed));
    if (visible + notConfirmed === 0) parts.push(say('outside.hidden'));
  }
  if (urgentCount > 0) parts.push(sayCount('outside.needAttention', urgentCount));
  if (invitations > 0) parts.push(sayCount('outside.invitations', invitations));
  return {
    icon: iconFor(connection.phase, visible + notConfirmed, invitations + urgentCount),
    status: parts.join(' · '),
  };
}

interface UrgentChat {
  readonly chatId: string;
  readonly reason: AttentionReason;
  readonly agentName: string | null;
}

/** Chats with a hot reason that is not switched off, the most urgent first. */
function urgentChats(attention: readonly ChatAttention[], levels: TrayCircumstances['levels']): readonly UrgentChat[] {
  return attentionOrder(attention).flatMap(({ chatId, reasons, unjoined }) => {
    const reason = reasons.find(({ rule, severity }) => severity === 'hot' && levels[rule] !== 'off');
    return reason === undefined ? [] : [{ chatId, reason, agentName: unjoined?.agentName ?? null }];
  });
}

function labelOf({ chatId, reason, agentName }: UrgentChat, { chats, connection }: Seen, now: number): string {
  const name = agentName ?? chats.find(({ id }) => id === chatId)?.agentName ?? null;
  const agent = seenName(name) === '' ? say('outside.notification.agentAtStart') : sanitizeName(name ?? '');
  const parts = [agent, say(`outside.notification.why.${reason.rule}`)];
  if (reason.since !== null) {
    const ageMs = now + (connection.serverClockOffsetMs ?? 0) - reason.since;
    parts.push(sayCount('outside.minutes', Math.max(0, Math.floor(ageMs / minuteMs))));
  }
  return parts.join(' · ');
}

function iconFor(phase: Snapshot['connection']['phase'], visible: number, waiting: number): TrayIcon {
  if (phase === 'offline' || phase === 'signedOut') return 'offline';
  if (visible > 0) return 'visible';
  if (phase === 'stale') return 'stale';
  if (waiting > 0) return 'attention';
  return phase === 'live' ? 'live' : 'catchingUp';
}

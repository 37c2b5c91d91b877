import type { Snapshot } from '../../../preload/contract';
import { words } from '../languages/words';

export type TrayIcon = 'live' | 'attention' | 'offline' | 'visible';

export interface TrayState {
  readonly icon: TrayIcon;
  /** Never a name and never a word from a chat: a tooltip is read over shoulders. */
  readonly tooltip: string;
  readonly connection: string;
  readonly canStepBack: boolean;
}

type Seen = Pick<Snapshot, 'connection' | 'chats'>;

/** What the tray tells at a glance. Being visible outranks every other news but being cut off. */
export function trayStateOf({ connection, chats }: Seen): TrayState {
  const visible = chats.filter(
    (chat) => chat.state === 'active' && chat.mode !== null && chat.mode !== 'monitor',
  ).length;
  const invitations = chats.filter((chat) => chat.state === 'invited').length;
  const standing = visible > 0 ? words.visibleIn(visible) : words.silent;
  const parts = [words.connection(connection.phase)];
  if (connection.phase !== 'signedOut') {
    parts.push(standing);
  }
  if (invitations > 0) {
    parts.push(words.invitedTo(invitations));
  }
  return {
    icon: iconFor(connection.phase, visible, invitations),
    tooltip: `${words.product}: ${parts.join(', ')}`,
    connection: parts.join(', '),
    canStepBack: visible > 0,
  };
}

function iconFor(phase: Snapshot['connection']['phase'], visible: number, invitations: number): TrayIcon {
  if (phase === 'offline' || phase === 'signedOut') {
    return 'offline';
  }
  if (visible > 0) {
    return 'visible';
  }
  return invitations > 0 || phase === 'stale' ? 'attention' : 'live';
}

import type { Snapshot } from '../../../preload/contract';
import { exposureIn } from '../../../preload/contract/exposure';
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

/** What the tray tells at a glance. Being visible, or perhaps visible, outranks everything but being cut off. */
export function trayStateOf({ connection, chats }: Seen): TrayState {
  const exposures = chats.map(exposureIn);
  const visible = exposures.filter((exposure) => exposure === 'agents' || exposure === 'everyone').length;
  const notConfirmed = exposures.filter((exposure) => exposure === 'notConfirmed').length;
  const invitations = chats.filter((chat) => chat.state === 'invited').length;
  const parts = [words.connection(connection.phase)];
  if (connection.phase !== 'signedOut') {
    if (visible > 0 || notConfirmed === 0) {
      parts.push(visible > 0 ? words.visibleIn(visible) : words.silent);
    }
    if (notConfirmed > 0) {
      parts.push(words.maybeVisibleIn(notConfirmed));
    }
  }
  if (invitations > 0) {
    parts.push(words.invitedTo(invitations));
  }
  return {
    icon: iconFor(connection.phase, visible + notConfirmed, invitations),
    tooltip: `${words.product}: ${parts.join(', ')}`,
    connection: parts.join(', '),
    canStepBack: connection.phase !== 'signedOut',
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

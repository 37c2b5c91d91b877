import type { Snapshot } from '../../preload/contract';
import { exposureIn, type Exposure } from '../../preload/contract/exposure';
import { say, sayCount } from '../ui-strings/ui-strings';

export type TrayIcon = 'live' | 'attention' | 'offline' | 'visible';

export interface TrayState {
  readonly icon: TrayIcon;
  /** Contains no names and no chat text: others may read the tooltip. */
  readonly tooltip: string;
  readonly connection: string;
  readonly canStepBack: boolean;
}

type Seen = Pick<Snapshot, 'connection' | 'chats'>;

/** Returns the state of the tray icon. Visible, or possibly visible, ranks above everything except offline. */
export function trayStateOf({ connection, chats }: Seen): TrayState {
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
  if (invitations > 0) parts.push(sayCount('outside.invitations', invitations));
  const standing = parts.join(' · ');
  return {
    icon: iconFor(connection.phase, visible + notConfirmed, invitations),
    tooltip: `${say('shell.brand')}: ${standing}`,
    connection: standing,
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

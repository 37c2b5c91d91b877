import type { AlertLevel, AttentionRule, Chat, Settings, Snapshot } from '../../preload/contract';
import { isStillAside } from '../../preload/contract/set-aside';

interface NewsOfChat {
  readonly chatId: string;
  /** Only the agent is named. The customer's name and the chat text stay in the window. */
  readonly agentName: string | null;
}

export type ChatAlert =
  | (NewsOfChat & { readonly kind: 'started' | 'invited' | 'takenAway' })
  | (NewsOfChat & { readonly kind: 'needsYou'; readonly rule: AttentionRule });

/** Identifies an alert: its chat and its reason. */
export function alertKey(alert: ChatAlert): string {
  return alert.kind === 'needsYou' ? needsYouKey(alert.chatId, alert.rule) : `${alert.chatId} ${alert.kind}`;
}

export function needsYouKey(chatId: string, rule: AttentionRule): string {
  return `${chatId} ${rule}`;
}

type Seen = Pick<Snapshot, 'session' | 'chats' | 'watches'>;

/**
 * Finds events worth a notification by comparing the floor with the previous one: a new chat of a watched agent, or a
 * chat that was taken away. Chats that are active at sign-in do not count, because no one is watched yet. Chats that
 * began while the connection was down do, because the comparison spans the interruption.
 */
export class ChatAlertDetector {
  #before: { readonly states: ReadonlyMap<string, Chat['state']>; readonly watched: ReadonlySet<string> } | null = null;

  find({ session, chats, watches }: Seen): readonly ChatAlert[] {
    const before = this.#before;
    if (session.phase !== 'signedIn') {
      this.#before = null;
      return [];
    }
    const watched = new Set(watches.map((watch) => watch.agentId));
    // Skip an active chat until its agent is known; the next comparison picks it up.
    const known = chats.filter((chat) => chat.state !== 'active' || chat.agentId !== null);
    this.#before = { states: new Map(known.map((chat) => [chat.id, chat.state])), watched };
    if (before === null) {
      return [];
    }
    // The chat consumes its own `nextChat` watch, so compare with the watches before it, too.
    const isWatched = (agentId: string): boolean => watched.has(agentId) || before.watched.has(agentId);
    return chats.flatMap((chat) => alertsOf(chat, before.states.get(chat.id), isWatched));
  }
}

function alertsOf(
  chat: Chat,
  before: Chat['state'] | undefined,
  isWatched: (agentId: string) => boolean,
): readonly ChatAlert[] {
  const alertOf = (kind: 'started' | 'invited' | 'takenAway'): readonly ChatAlert[] => [
    { kind, chatId: chat.id, agentName: chat.agentName },
  ];
  if (chat.state === 'revoked' && before !== undefined && before !== 'revoked') {
    return alertOf('takenAway');
  }
  if (chat.state === 'invited' && before !== 'invited') {
    return alertOf('invited');
  }
  const hasBegun = chat.state === 'active' && before === undefined;
  return hasBegun && chat.agentId !== null && isWatched(chat.agentId) ? alertOf('started') : [];
}

/** Returns how an alert is shown by the supervisor's settings. */
export function alertLevel(alert: ChatAlert, settings: Settings, now: number): AlertLevel {
  const isOn = {
    started: settings.notifyChatStarted,
    invited: settings.notifyChatStarted,
    takenAway: settings.notifyChatTakenAway,
    needsYou: settings.notifyNeedsYou,
  }[alert.kind];
  if (!isOn) return 'off';
  if (alert.kind !== 'needsYou') return 'toast';
  // An alert is something new, which ends every snooze that waits for it.
  const isAside = settings.setAside.some(
    (snooze) => snooze.chatId === alert.chatId && isStillAside(snooze, { now, lastIndex: Infinity }),
  );
  return isAside ? 'off' : settings.alerts.levels[alert.rule];
}

/** Returns whether the reason of an alert still exists. */
export function alertHolds(alert: ChatAlert, { chats, attention }: Pick<Snapshot, 'chats' | 'attention'>): boolean {
  if (alert.kind === 'needsYou') {
    const reasons = attention.find(({ chatId }) => chatId === alert.chatId)?.reasons ?? [];
    return reasons.some(({ rule, severity }) => rule === alert.rule && severity === 'hot');
  }
  const state = chats.find(({ id }) => id === alert.chatId)?.state;
  if (alert.kind === 'started') return state === 'active';
  return state === (alert.kind === 'invited' ? 'invited' : 'revoked');
}

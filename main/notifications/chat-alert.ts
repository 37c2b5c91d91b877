import type { AttentionRule, Chat, Settings, Snapshot } from '../../preload/contract';
import { isStillAside } from '../../preload/contract/set-aside';

interface NewsOfChat {
  readonly chatId: string;
  /** Only the agent is named. Who the customer is and what was said stays in the window. */
  readonly agentName: string | null;
}

export type ChatAlert =
  | (NewsOfChat & { readonly kind: 'started' | 'invited' | 'takenAway' })
  | (NewsOfChat & { readonly kind: 'needsYou'; readonly rule: AttentionRule });

type Seen = Pick<Snapshot, 'session' | 'chats' | 'watches'>;

/**
 * Finds what is worth a notification by comparing what is seen now with what was seen before: a watched agent's chat that was not
 * there, or one that was taken away. What is already going on when somebody signs in is no news, since nobody is watched
 * then; what began while the connection was away is, because the comparison goes over the gap.
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
    // A chat whose agent is not known yet is looked at again when he is.
    const known = chats.filter((chat) => chat.state !== 'active' || chat.agentId !== null);
    this.#before = { states: new Map(known.map((chat) => [chat.id, chat.state])), watched };
    if (before === null) {
      return [];
    }
    // A watch for one chat is used up by the very chat it was for.
    const isWatched = (agentId: string): boolean => watched.has(agentId) || before.watched.has(agentId);
    return chats.flatMap((chat) => newsOf(chat, before.states.get(chat.id), isWatched));
  }
}

function newsOf(
  chat: Chat,
  before: Chat['state'] | undefined,
  isWatched: (agentId: string) => boolean,
): readonly ChatAlert[] {
  const told = (kind: 'started' | 'invited' | 'takenAway'): readonly ChatAlert[] => [
    { kind, chatId: chat.id, agentName: chat.agentName },
  ];
  if (chat.state === 'revoked' && before !== undefined && before !== 'revoked') {
    return told('takenAway');
  }
  if (chat.state === 'invited' && before !== 'invited') {
    return told('invited');
  }
  const hasBegun = chat.state === 'active' && before === undefined;
  return hasBegun && chat.agentId !== null && isWatched(chat.agentId) ? told('started') : [];
}

/** Whether this supervisor wants to be told, here and now. */
export function isAlertEnabled(news: ChatAlert, settings: Settings, isChatInFocus: boolean, now: number): boolean {
  const switches = {
    started: settings.notifyChatStarted,
    invited: settings.notifyChatStarted,
    takenAway: settings.notifyChatTakenAway,
    needsYou: settings.notifyNeedsYou,
  };
  // What is told here is something new, which ends every snooze that waits for that.
  const isAside = settings.setAside.some(
    (one) => one.chatId === news.chatId && isStillAside(one, { now, lastIndex: Infinity }),
  );
  return switches[news.kind] && !isChatInFocus && !(news.kind === 'needsYou' && isAside);
}

import type { ChatNews } from './chat-news';
import { escapeMarkup, plainLine } from './plain-text';
import { words } from '../languages/words';

export interface NoticeText {
  readonly title: string;
  readonly body: string;
}

/**
 * The sentence for one piece of news. An agent's name comes from the server, so it is made plain like any stranger's text, and it
 * stands in the body only: daemons on Linux read the body as markup (and it is escaped for them) but the title as it is.
 */
export function noticeFor(news: ChatNews, platform: NodeJS.Platform): NoticeText {
  const plain = plainLine(news.agentName ?? '');
  const agent = platform === 'linux' ? escapeMarkup(plain) : plain;
  switch (news.kind) {
    case 'started':
      return { title: words.chatStarted, body: words.chatStartedBody(agent === '' ? words.someAgentAtStart : agent) };
    case 'invited':
      return { title: words.chatInvited, body: words.chatInvitedBody(agent === '' ? words.someAgent : agent) };
    case 'needsYou':
      return {
        title: words.chatNeedsYou,
        body: words.chatNeedsYouBody(agent === '' ? words.someAgent : agent, words.needsYouFor[news.rule]),
      };
    case 'takenAway':
      return { title: words.chatTakenAway, body: words.chatTakenAwayBody(agent === '' ? words.someAgent : agent) };
  }
}

export function noticeForMany(count: number): NoticeText {
  return { title: words.manyNotices(count), body: words.manyNoticesBody };
}

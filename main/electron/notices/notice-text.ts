import { lookOfName } from '../../../preload/contract/names/name-look';
import { seenName } from '../../../preload/contract/names/seen-text';
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
  const plain = agentOf(news.agentName);
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

/** As in the window: a name that could be read as our words, or as another name, is in quotation marks and said to be an agent's. */
function agentOf(agentName: string | null): string {
  if (seenName(agentName) === '') return '';
  const plain = plainLine(agentName ?? '');
  const { look } = lookOfName({ kind: 'agent', name: agentName }, []);
  return look === 'setOff' ? words.setOffAgent(plain.replaceAll(/[\u201c-\u201f\u00ab\u00bb]/gu, "'")) : plain;
}

export function noticeForMany(count: number): NoticeText {
  return { title: words.manyNotices(count), body: words.manyNoticesBody };
}

import { lookOfName } from '../../../preload/contract/names/name-look';
import { seenName } from '../../../preload/contract/names/seen-text';
import type { ChatNews } from './chat-news';
import { escapeMarkup, plainLine } from './plain-text';
import { say, sayCount } from '../languages/words';

export interface NoticeText {
  readonly title: string;
  readonly body: string;
}

/**
 * The sentence for one piece of news. An agent's name comes from the server, so it is made plain like any stranger's text, and it
 * stands in the body only: daemons on Linux read the body as markup (and it is escaped for them) but the title as it is.
 */
export function noticeFor(news: ChatNews, platform: NodeJS.Platform): NoticeText {
  const agent = agentIn(news, platform);
  const title = say(`outside.notification.${news.kind}.title`);
  if (news.kind !== 'needsYou') return { title, body: say(`outside.notification.${news.kind}.text`, { agent }) };
  const why = say(`outside.notification.why.${news.rule}`);
  return { title, body: say('outside.notification.needsYou.text', { agent, why }) };
}

function agentIn({ agentName, kind }: ChatNews, platform: NodeJS.Platform): string {
  const plain = agentOf(agentName);
  if (plain === '') return say(`outside.notification.${kind === 'started' ? 'agentAtStart' : 'agent'}`);
  return platform === 'linux' ? escapeMarkup(plain) : plain;
}

/** As in the window: a name that could be read as our words, or as another name, is in quotation marks and said to be an agent's. */
function agentOf(agentName: string | null): string {
  if (seenName(agentName) === '') return '';
  const plain = plainLine(agentName ?? '');
  const { look } = lookOfName({ kind: 'agent', name: agentName }, []);
  if (look !== 'setOff') return plain;
  return say('outside.notification.quotedAgent', { name: plain.replaceAll(/[\u201c-\u201f\u00ab\u00bb]/gu, "'") });
}

export function noticeForMany(count: number): NoticeText {
  return { title: sayCount('outside.notification.many.title', count), body: say('outside.notification.many.text') };
}

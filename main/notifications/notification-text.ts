import { lookOfName } from '../../preload/contract/names/name-look';
import { seenName } from '../../preload/contract/names/seen-text';
import type { ChatAlert } from './chat-alert';
import { escapeMarkup, sanitizeName } from './plain-text';
import { say, sayCount } from '../ui-strings/ui-strings';

export interface NotificationText {
  readonly title: string;
  readonly body: string;
}

/**
 * The sentence for one piece of news. An agent's name comes from the server, so it is made plain like any stranger's text, and it
 * stands in the body only: daemons on Linux read the body as markup (and it is escaped for them) but the title as it is.
 */
export function notificationText(news: ChatAlert, platform: NodeJS.Platform): NotificationText {
  const agent = agentIn(news, platform);
  const title = say(`outside.notification.${news.kind}.title`);
  if (news.kind !== 'needsYou') return { title, body: say(`outside.notification.${news.kind}.text`, { agent }) };
  const why = say(`outside.notification.why.${news.rule}`);
  return { title, body: say('outside.notification.needsYou.text', { agent, why }) };
}

function agentIn({ agentName, kind }: ChatAlert, platform: NodeJS.Platform): string {
  const plain = agentOf(agentName);
  if (plain === '') return say(`outside.notification.${kind === 'started' ? 'agentAtStart' : 'agent'}`);
  return platform === 'linux' ? escapeMarkup(plain) : plain;
}

/** As in the window: a name that could be read as our words, or as another name, is in quotation marks and said to be an agent's. */
function agentOf(agentName: string | null): string {
  if (seenName(agentName) === '') return '';
  const plain = sanitizeName(agentName ?? '');
  const { look } = lookOfName({ kind: 'agent', name: agentName }, []);
  if (look !== 'setOff') return plain;
  return say('outside.notification.quotedAgent', { name: plain.replaceAll(/[\u201c-\u201f\u00ab\u00bb]/gu, "'") });
}

export function notificationSummary(count: number): NotificationText {
  return { title: sayCount('outside.notification.many.title', count), body: say('outside.notification.many.text') };
}

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
 * Returns title and text of a notification. An agent's name comes from the server, so it is sanitised. It appears in
 * the body only: Linux daemons parse the body as markup (it is escaped for them) but not the title.
 */
export function notificationText(alert: ChatAlert, platform: NodeJS.Platform): NotificationText {
  const agent = agentIn(alert, platform);
  const title = say(`outside.notification.${alert.kind}.title`);
  if (alert.kind !== 'needsYou') return { title, body: say(`outside.notification.${alert.kind}.text`, { agent }) };
  const why = say(`outside.notification.why.${alert.rule}`);
  return { title, body: say('outside.notification.needsYou.text', { agent, why }) };
}

function agentIn({ agentName, kind }: ChatAlert, platform: NodeJS.Platform): string {
  const plain = agentOf(agentName);
  if (plain === '') return say(`outside.notification.${kind === 'started' ? 'agentAtStart' : 'agent'}`);
  return platform === 'linux' ? escapeMarkup(plain) : plain;
}

/**
 * As in the window: a name that could be mistaken for our text or for another name is quoted and labelled as an
 * agent's.
 */
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

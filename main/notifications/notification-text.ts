import { lookOfName } from '../../preload/contract/names/name-look';
import { seenName } from '../../preload/contract/names/seen-text';
import type { ChatAlert } from './chat-alert';
import { sanitizeName } from './plain-text';
import { say, sayCount } from '../ui-strings/ui-strings';

export interface NotificationText {
  readonly title: string;
  readonly body: string;
}

/**
 * Returns title and text of a notification. Names come from the server, so they are sanitised, and they appear in the
 * body only: the title is fixed text. `customerName` is `null` unless the supervisor chose to show it.
 */
export function notificationText(alert: ChatAlert, customerName: string | null): NotificationText {
  const agent = agentIn(alert);
  const title = say(`outside.notification.${alert.kind}.title`);
  const body =
    alert.kind === 'needsYou'
      ? say('outside.notification.needsYou.text', { agent, why: say(`outside.notification.why.${alert.rule}`) })
      : say(`outside.notification.${alert.kind}.text`, { agent });
  const customer = customerName === null ? '' : sanitizeName(customerName);
  return { title, body: customer === '' ? body : `${body} ${say('outside.notification.customer', { customer })}` };
}

function agentIn({ agentName, kind }: ChatAlert): string {
  const plain = agentOf(agentName);
  return plain === '' ? say(`outside.notification.${kind === 'started' ? 'agentAtStart' : 'agent'}`) : plain;
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

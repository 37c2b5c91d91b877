import type { Clock } from '../../base/clock';
import type { CentreState } from '../contact-centre/centre-state';
import type { Chat, LoggedMessage } from '../contact-centre/model';
import { customerSpeaks, speak } from '../contact-centre/speaking';
import { leadAgentOf } from './acting';

interface Manners {
  /** The agent to a supervisor who whispered. */
  readonly thanks: string;
  /** The customer to somebody new who speaks up. */
  readonly greeting: string;
}

const manners: Readonly<Record<string, Manners>> = {
  en: { thanks: 'Thanks, I will do that.', greeting: 'Oh, hello! Good that somebody else is here too.' },
  de: { thanks: 'Danke, mache ich.', greeting: 'Oh, guten Tag! Gut, dass sich noch jemand kümmert.' },
  fr: { thanks: 'Merci, je m’en occupe.', greeting: 'Ah, bonjour ! Merci de vous joindre à nous.' },
  es: { thanks: 'Gracias, así lo hago.', greeting: '¡Ah, hola! Gracias por unirse.' },
  ar: { thanks: 'شكراً، سأفعل ذلك.', greeting: 'أهلاً وسهلاً، شكراً لانضمامك.' },
  ja: { thanks: 'ありがとうございます。そうします。', greeting: 'はじめまして。よろしくお願いいたします。' },
};

const THINKING_MS = 6000;

export interface ReactionPorts {
  readonly centre: CentreState;
  readonly clock: Clock;
  /** Only people who are being played react; a chat spoken by tests stays as the test wrote it. */
  readonly isPlaying: (chatId: string) => boolean;
}

/**
 * Lets played people notice a real supervisor: the agent answers the first whisper, the customer the first word of somebody
 * who barged in. Once per supervisor and chat; a floor that chatters back at every line would be in the way.
 */
export function installSupervisorReactions({ centre, clock, isPlaying }: ReactionPorts): void {
  const answered = new WeakMap<Chat, Set<string>>();
  centre.onLogged((chat, message) => {
    if (message.type !== 'Text' || message.from.role !== 'supervisor' || !isPlaying(chat.id)) return;
    const key = `${message.from.userId ?? ''} ${message.visibility}`;
    const keys = answered.get(chat) ?? new Set<string>();
    if (keys.has(key)) return;
    answered.set(chat, keys.add(key));
    clock.after(THINKING_MS, () => {
      if (isPlaying(chat.id)) answer(centre, chat, message);
    });
  });
}

function answer(centre: CentreState, chat: Chat, message: LoggedMessage): void {
  const words = manners[chat.language] ?? manners['en'];
  if (words === undefined) return;
  if (message.visibility === 'All') {
    customerSpeaks(centre, chat, words.greeting);
    return;
  }
  const agent = leadAgentOf(chat);
  if (agent === null) return;
  speak(centre, chat, agent, { operation: 'SendToAgents', audience: 'Agents', text: words.thanks });
}

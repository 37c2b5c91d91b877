import type { Clock } from '../../base/clock';
import type { CentreState } from '../contact-centre/centre-state';
import type { Chat, LoggedMessage } from '../contact-centre/model';
import { customerSpeaks, speak } from '../contact-centre/speaking';
import { leadAgentOf } from './acting';

interface Manners {
  /** Reply of the agent to a supervisor's whisper. */
  readonly thanks: string;
  /** Reply of the customer to a new participant. */
  readonly greeting: string;
}

const manners: Readonly<Record<string, Manners>> = {
  en: { thanks: 'Thanks, I will do that.', greeting: 'Oh, hello! Good that someone else is here too.' },
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
  /** Only simulated people react; a chat written by a test stays as it is. */
  readonly isPlaying: (chatId: string) => boolean;
}

/**
 * Makes simulated people react to a real supervisor: the agent to the first whisper, the customer to the first message after a barge in.
 * Once per supervisor and chat, since replies to every message would get in the way.
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

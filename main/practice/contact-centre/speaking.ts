import type { Answer } from './operation-result';
import { accepted, missing, notInThisState, refuse, StatusCode } from './operation-result';
import type { CentreState } from './centre-state';
import type { Chat, Party, Visibility } from './model';
import { log } from './notifying';
import { customerOf } from './visibility';

export type MessageScope = Extract<Visibility, 'All' | 'Agents'>;

/** A monitor may not write, whatever the capability list says; a coach writes to agents only. */
function maySpeak(party: Party, audience: MessageScope): boolean {
  if (party.state !== 'Chatting' || party.visibility === 'Supervisors') return false;
  return audience === 'Agents' || party.visibility === 'All';
}

export interface OutgoingMessage {
  readonly operation: string;
  readonly audience: MessageScope;
  readonly text: string | null;
  readonly treatAs?: 'Normal' | 'System';
}

export function speak(centre: CentreState, chat: Chat, from: Party, speech: OutgoingMessage): Answer {
  const { operation, audience, text } = speech;
  if (!maySpeak(from, audience)) return notInThisState(operation);
  if (text === null || text === '') return missing('text');
  if (audience === 'All' && customerOf(chat)?.state !== 'Chatting') {
    return refuse(StatusCode.invalidInState, 'The customer has left the chat');
  }
  log(centre, chat, { type: 'Text', from, visibility: audience, text, treatAs: speech.treatAs ?? 'Normal' });
  return accepted;
}

/** A telephone does not report that its owner is typing. */
export function supportsTyping(chat: Chat): boolean {
  return chat.medium !== 'sms';
}

export function typing(
  centre: CentreState,
  chat: Chat,
  from: Party,
  audience: MessageScope,
  isTyping: boolean,
): Answer {
  if (!maySpeak(from, audience) || !supportsTyping(chat)) return notInThisState('typing notification');
  log(centre, chat, { type: isTyping ? 'TypingStarted' : 'TypingStopped', from, visibility: audience });
  return accepted;
}

export function sendNotice(centre: CentreState, chat: Chat, from: Party, speech: OutgoingMessage): Answer {
  if (!maySpeak(from, speech.audience)) return notInThisState(speech.operation);
  if (speech.text === null || speech.text === '') return missing('noticeText');
  log(centre, chat, { type: 'CustomNotice', from, visibility: speech.audience, noticeText: speech.text });
  return accepted;
}

/** A web address goes to everyone, so only a party visible to everyone may send it. */
export function pushUrl(centre: CentreState, chat: Chat, from: Party, operation: string, url: string | null): Answer {
  if (!maySpeak(from, 'All')) return notInThisState(operation);
  if (url === null) return missing('url');
  if (customerOf(chat)?.state !== 'Chatting') {
    return refuse(StatusCode.invalidInState, 'The customer has left the chat');
  }
  log(centre, chat, { type: 'PushUrl', from, visibility: 'All', url });
  return accepted;
}

/** Text of the customer, from the control interface or a scenario: no REST operation exists for it here. */
export function customerSpeaks(centre: CentreState, chat: Chat, text: string): Answer {
  const from = customerOf(chat);
  if (from?.state !== 'Chatting') return notInThisState('SendMessage');
  log(centre, chat, { type: 'Text', from, visibility: 'All', text });
  return accepted;
}

export function customerTypes(centre: CentreState, chat: Chat, isTyping: boolean): Answer {
  const from = customerOf(chat);
  if (from?.state !== 'Chatting' || !supportsTyping(chat)) return notInThisState('typing notification');
  log(centre, chat, { type: isTyping ? 'TypingStarted' : 'TypingStopped', from, visibility: 'All' });
  return accepted;
}

import type { Chat, Interaction, LoggedMessage, Party } from './model';

export interface ChatNotification {
  readonly chat: Chat;
  readonly party: Party;
  readonly notificationType: 'StatusChange' | 'ParticipantsUpdated' | 'PropertiesUpdated';
  readonly referenceId: number | null;
  /** False for the first word after an Accept, which documents an empty list. */
  readonly includesParticipants: boolean;
}

/** Where the contact centre hands out its news, at the very moment it happens, one reader at a time. */
export interface Outbox {
  chatChanged(news: ChatNotification): void;
  messagesLogged(chat: Chat, reader: Party, messages: readonly LoggedMessage[]): void;
  operationFailed(userId: string, errorMessage: string, referenceId: number): void;
  channelsChanged(userId: string): void;
  contentRead(userId: string, interaction: Interaction, messages: readonly LoggedMessage[], referenceId: number): void;
  historyRead(userId: string, interactions: readonly Interaction[], referenceId: number): void;
}

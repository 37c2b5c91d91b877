import type { Chat, Interaction, LoggedMessage, Party } from './model';

export interface ChatNotification {
  readonly chat: Chat;
  readonly party: Party;
  readonly notificationType: 'StatusChange' | 'ParticipantsUpdated' | 'PropertiesUpdated';
  readonly referenceId: number | null;
  /** False for the first notification after an Accept, whose participant list is documented as empty. */
  readonly includesParticipants: boolean;
}

/** Delivers notifications synchronously, one reader at a time. */
export interface Outbox {
  chatChanged(news: ChatNotification): void;
  messagesLogged(chat: Chat, reader: Party, messages: readonly LoggedMessage[]): void;
  operationFailed(userId: string, errorMessage: string, referenceId: number): void;
  channelsChanged(userId: string): void;
  contentRead(userId: string, interaction: Interaction, messages: readonly LoggedMessage[], referenceId: number): void;
  historyRead(userId: string, interactions: readonly Interaction[], referenceId: number): void;
}

import type { Medium } from './channel';

/** What a command under way wants to bring about. */
export type IntentKind =
  | 'watch'
  | 'stopWatching'
  | 'intrude'
  | 'accept'
  | 'reject'
  | 'monitor'
  | 'coach'
  | 'bargeIn'
  | 'sendToEveryone'
  | 'sendToAgents'
  | 'setReady'
  | 'setNotReady'
  | 'leave'
  | 'transfer'
  | 'consult'
  | 'cancelConsult'
  | 'invite'
  | 'removeParticipant'
  | 'complete'
  | 'setDisposition'
  | 'setDatum'
  | 'deleteDatum'
  | 'sendNoticeToEveryone'
  | 'sendNoticeToAgents'
  | 'pushUrl';

/**
 * A command on its way. Kept in main, so that a window that reloads still shows it.
 * `sending`: on its way to the server. `accepted`: the server took it, its notification has not come yet.
 * `notConfirmed`: the notification is overdue; the state is being read from the server.
 */
export interface PendingIntent {
  readonly requestId: string;
  readonly kind: IntentKind;
  readonly chatId: string | null;
  readonly agentId: string | null;
  /** The own channel it is about, where it is about one. */
  readonly medium?: Medium;
  /** What in the chat it is about, where there can be several: a datum's key, a participant's user id. */
  readonly about?: string;
  readonly phase: 'sending' | 'accepted' | 'notConfirmed';
  readonly since: number;
}

import type { Mode } from './mode';

/** What a command under way wants to bring about. */
export type CommandKind =
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
  | 'setCustomerField'
  | 'deleteCustomerField'
  | 'sendNoticeToEveryone'
  | 'sendNoticeToAgents'
  | 'pushUrl';

/**
 * A command on its way. Kept in main, so that a window that reloads still shows it.
 * `sending`: on its way to the server. `accepted`: the server took it, its notification has not come yet.
 * `notConfirmed`: the notification is overdue; the state is being read from the server.
 */
export interface PendingCommand {
  readonly requestId: string;
  readonly kind: CommandKind;
  readonly chatId: string | null;
  readonly agentId: string | null;
  /** What it is about, where there can be several at a time: a datum's key, a participant's user id, an own channel's medium. */
  readonly about?: string;
  /** The mode that a watch or an invitation under way leads to; absent for all other kinds. */
  readonly mode?: Mode;
  readonly phase: 'sending' | 'accepted' | 'notConfirmed';
  readonly since: number;
}

/** Who reads a message, or who is aware of a participant. The platform's own words: this room speaks its dialect. */
export type Visibility = 'All' | 'Agents' | 'Supervisors';
export type Mode = 'Monitor' | 'Coach' | 'BargeIn';
/** How the customer writes. */
export type Medium = 'chat' | 'sms';
export type MonitoringScope = 'NextChat' | 'AllChats';
/** A chat's state as one user has it: two people in the same chat may well have different ones. */
export type ChatState = 'Invited' | 'Chatting' | 'LeftChat' | 'Completed' | 'Revoked' | 'JoinFailed';
export type PartyRole = 'customer' | 'agent' | 'supervisor';

export type MessageType =
  | 'Text'
  | 'TypingStarted'
  | 'TypingStopped'
  | 'ParticipantJoined'
  | 'ParticipantRejoined'
  | 'ParticipantLeft'
  | 'PushUrl'
  | 'Notice'
  | 'CustomNotice';

export interface AgentState {
  readonly id: string;
  readonly displayName: string;
  readonly state: 'Ready' | 'NotReady' | 'LoggedOut';
}

export interface Person {
  readonly id: string;
  readonly userName: string;
  readonly password: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly employeeId: string;
  readonly phone: string;
  readonly isSupervisor: boolean;
  readonly team: string;
  readonly skills: readonly string[];
  readonly languages: readonly string[];
  isLoggedIn: boolean;
  chatState: AgentState;
  smsState: AgentState;
}

/** What is frozen into a message about its author: later mode switches must not rewrite history. */
export interface Author {
  readonly participantId: string;
  readonly role: PartyRole;
  readonly userId: string | null;
  readonly nickname: string;
  readonly visibility: Visibility;
}

export interface Party {
  readonly participantId: string;
  readonly role: PartyRole;
  readonly userId: string | null;
  nickname: string;
  visibility: Visibility;
  state: ChatState;
  /** Joined through a consultation: seen by agents only, and sent home by CancelConsult. */
  readonly isConsulted: boolean;
  /** Who this invitation or hand-over came from. */
  readonly invitedBy: string | null;
}

export interface LoggedMessage {
  /** One sequence per chat for everybody: whoever may not read an entry sees a hole in the numbers. */
  readonly index: number;
  readonly type: MessageType;
  readonly visibility: Visibility;
  readonly from: Author;
  readonly text: string | null;
  readonly noticeText: string | null;
  readonly url: string | null;
  readonly treatAs: 'Normal' | 'System';
  readonly at: number;
}

export type UserDataValue = string | number | null;

export interface Customer {
  readonly firstName: string;
  readonly lastName: string;
}

/** A web chat or, by the same rules, a session of text messages. */
export interface Chat {
  readonly id: string;
  readonly medium: Medium;
  readonly customer: Customer;
  readonly language: string;
  readonly subject: string;
  readonly receivedAt: number;
  readonly userData: Map<string, UserDataValue>;
  readonly parties: Party[];
  readonly log: LoggedMessage[];
  /** The queue it waits in; `null` while somebody handles it. */
  queueName: string | null;
  /** When the last person put it away; `null` while it lives. */
  finishedAt: number | null;
}

export interface Watch {
  readonly supervisorId: string;
  readonly agentId: string;
  readonly medium: Medium;
  readonly mode: Mode;
  readonly scope: MonitoringScope;
  readonly nickname: string;
}

const visibilityOfMode: Record<Mode, Visibility> = { Monitor: 'Supervisors', Coach: 'Agents', BargeIn: 'All' };
const modeOfVisibility: Record<Visibility, Mode> = { Supervisors: 'Monitor', Agents: 'Coach', All: 'BargeIn' };

export function visibilityFor(mode: Mode): Visibility {
  return visibilityOfMode[mode];
}

/** The protocol has no mode field: how visible a supervisor is *is* the mode. */
export function modeOf(party: Party): Mode {
  return modeOfVisibility[party.visibility];
}

/** Something a customer and this contact centre had to do with each other, whether it goes on or not. */
export interface Interaction {
  readonly id: string;
  readonly mediaType: 'chat' | 'smssession' | 'email' | 'call';
  readonly subject: string;
  readonly receivedAt: number;
  readonly finishedAt: number | null;
  readonly contactId: string | null;
  readonly owner: Person | null;
  readonly userData: ReadonlyMap<string, UserDataValue>;
  readonly log: readonly LoggedMessage[];
}

/** Who reads a message or can see a participant, in the platform's terms. */
export type Visibility = 'All' | 'Agents' | 'Supervisors';
export type Mode = 'Monitor' | 'Coach' | 'BargeIn';
/** How the customer writes. */
export type Medium = 'chat' | 'sms';
export type MonitoringScope = 'NextChat' | 'AllChats';
/** State of a chat for one user; two people in the same chat may have different ones. */
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

/** Author data stored in a message: later mode changes must not alter the history. */
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
  /** Joined through a consultation: visible to agents only, and removed by CancelConsult. */
  readonly isConsulted: boolean;
  /** Sender of this invitation or hand-over. */
  readonly invitedBy: string | null;
}

export interface LoggedMessage {
  /** One sequence per chat for all readers: an entry that a reader may not read is a gap in their numbers. */
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

/** A chat, or a text-message session, which follows the same rules. */
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
  /** Queue in which it waits; `null` while an agent has it. */
  queueName: string | null;
  /** When the last person completed it; `null` while it is running. */
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

/** The protocol has no mode field: a supervisor's visibility is the mode. */
export function modeOf(party: Party): Mode {
  return modeOfVisibility[party.visibility];
}

/** A running or finished contact of a customer with this contact centre. */
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

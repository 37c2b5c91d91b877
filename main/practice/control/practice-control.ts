import type { Medium, MonitoringScope, Mode, UserDataValue } from '../contact-centre/model';
import type { FaultRule } from '../faults/rules';
import type { LoggedRequest } from '../http/request-log';
import type { Load } from '../simulation/chat-simulator';
import type { Quirks } from '../wire/quirks';
import type { DeliveryRecord } from './delivery-log';

/** Something the control interface was asked for that does not exist or cannot be done now. */
export class ControlRefusal extends Error {
  override readonly name = 'ControlRefusal';
}

export interface NewChatRequest {
  /** The agent's user name. */
  readonly agent: string;
  /** First and last name of the customer, in one string. */
  readonly customer?: string;
  /** By which medium the customer writes; a chat unless said otherwise. Text messages come from a telephone number. */
  readonly medium?: Medium;
  /** A story of the repertoire; without one the chat is silent and only the control interface speaks in it. */
  readonly script?: string;
  readonly subject?: string;
  readonly userData?: Readonly<Record<string, UserDataValue>>;
  /** False: the chat is left offered, and no reflex answers it. */
  readonly isAccepted?: boolean;
}

export interface PersonSummary {
  readonly id: string;
  readonly userName: string;
  readonly name: string;
  readonly isSupervisor: boolean;
  readonly presence: 'ready' | 'notReady' | 'loggedOut';
}

interface ChatSummary {
  readonly chatId: string;
  readonly medium: Medium;
  readonly customer: string;
  readonly language: string;
  readonly queueName: string | null;
  readonly isFinished: boolean;
  readonly parties: readonly {
    readonly name: string;
    readonly role: string;
    readonly state: string;
    readonly visibility: string;
  }[];
}

interface WatchSummary {
  readonly supervisor: string;
  readonly agent: string;
  readonly medium: Medium;
  readonly mode: Mode;
  readonly scope: MonitoringScope;
  readonly nickname: string;
}

/** How much there was to tell since the floor opened. */
export interface Happened {
  /** Entries in the logs of chats, but those about supervisors: what watching brings about by itself is no load. */
  readonly events: number;
  /** What was to be put on somebody's stream, before any fault had its way with it. */
  readonly notifications: number;
}

/**
 * The strings behind the stage, for tests and demonstrations. In process it is called directly; over HTTP each of these is
 * `POST /practice/control/<name>` with its one argument as the JSON body. Whatever cannot be done throws `ControlRefusal`.
 */
export interface PracticeControl {
  readonly people: () => readonly PersonSummary[];
  readonly setPresence: (request: { userName: string; presence: PersonSummary['presence'] }) => void;

  readonly chats: () => readonly ChatSummary[];
  readonly startChat: (request: NewChatRequest) => { readonly chatId: string };
  readonly acceptOffer: (request: { chatId: string; userName: string }) => void;
  /** The next Accept of this user is accepted and then fails: the chat is `JoinFailed` for them. */
  readonly failNextJoin: (request: { userName: string }) => void;
  /** The next operation of this name by this user is accepted, changes nothing, and its failure is told on the stream. */
  readonly failLater: (request: { userName: string; operation: string; errorMessage?: string }) => void;
  readonly customerSays: (request: { chatId: string; text: string }) => void;
  readonly customerTypes: (request: { chatId: string; isTyping: boolean }) => void;
  readonly agentSays: (request: { chatId: string; text: string; agent?: string; audience?: 'All' | 'Agents' }) => void;
  readonly agentTypes: (request: { chatId: string; isTyping: boolean; agent?: string }) => void;
  readonly customerLeaves: (request: { chatId: string }) => void;
  /** The agent completes the chat. */
  readonly endChat: (request: { chatId: string }) => void;
  readonly transferToQueue: (request: { chatId: string; queueName?: string }) => void;
  readonly transferToAgent: (request: { chatId: string; agent: string }) => void;
  readonly setUserData: (request: { chatId: string; userData: Readonly<Record<string, UserDataValue>> }) => void;
  /** `party` is `customer` or a user name. */
  readonly seenBy: (request: { chatId: string; party: string }) => DeliveryRecord;

  readonly requests: () => readonly LoggedRequest[];
  readonly clearRequests: () => void;
  readonly watches: () => readonly WatchSummary[];
  readonly sessions: () => { readonly http: number; readonly stream: number };

  readonly happened: () => Happened;
  readonly load: () => Load;
  readonly setLoad: (request: Load) => void;
  /** Turns the floor's clock forward. */
  readonly advance: (request: { milliseconds: number }) => void;
  readonly quirks: () => Quirks;
  readonly setQuirks: (request: Partial<Quirks>) => void;

  readonly injectFault: (request: FaultRule) => void;
  readonly faults: () => readonly FaultRule[];
  readonly clearFaults: () => void;
  /** Cuts every connection, with a reset. */
  readonly dropConnections: () => void;
  /** Down for a while, then back on the same port with all sessions forgotten. The chats go on. */
  readonly restart: (request: { downMs: number }) => Promise<void>;
  readonly forgetSessions: () => void;
  /** The stream's sessions are unknown at the next poll. */
  readonly forgetStream: () => void;
  /** The server says goodbye on every stream session. */
  readonly disconnectStream: () => void;
  readonly expireCsrf: () => void;
  /** Puts anything at all on a user's stream, to see what a client makes of it. */
  readonly publish: (request: { userName: string; channel: string; content: unknown }) => void;
}

import type { Medium, MonitoringScope, Mode, UserDataValue } from '../contact-centre/model';
import type { FaultRule } from '../faults/rules';
import type { LoggedRequest } from '../http/request-log';
import type { Load } from '../simulation/chat-simulator';
import type { Quirks } from '../wire/quirks';
import type { DeliveryRecord } from './delivery-log';

/** Thrown for a control request that names something unknown or cannot be done now. */
export class ControlRefusal extends Error {
  override readonly name = 'ControlRefusal';
}

export interface NewChatRequest {
  /** The agent's user name. */
  readonly agent: string;
  /** First and last name of the customer in one string. */
  readonly customer?: string;
  /** Medium of the customer; default: chat. Text messages come from a telephone number. */
  readonly medium?: Medium;
  /** Name of a scenario; without one the chat is silent and only the control interface writes in it. */
  readonly script?: string;
  readonly subject?: string;
  readonly userData?: Readonly<Record<string, UserDataValue>>;
  /** False: the chat stays offered, and no simulated agent accepts it. */
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

/** Traffic since the server started. */
export interface Happened {
  /** Entries in chat logs, except those about supervisors: watching alone is not load. */
  readonly events: number;
  /** Notifications before any fault was applied. */
  readonly notifications: number;
}

/**
 * Control interface for tests and demonstrations. In process it is called directly; over HTTP each function is `POST
 * /practice/control/<name>` with its argument as the JSON body. Throws `ControlRefusal` if something cannot be done.
 */
export interface PracticeControl {
  readonly people: () => readonly PersonSummary[];
  readonly setPresence: (request: { userName: string; presence: PersonSummary['presence'] }) => void;

  readonly chats: () => readonly ChatSummary[];
  readonly startChat: (request: NewChatRequest) => { readonly chatId: string };
  readonly acceptOffer: (request: { chatId: string; userName: string }) => void;
  /** The next Accept of this user is accepted and then fails: their chat becomes `JoinFailed`. */
  readonly failNextJoin: (request: { userName: string }) => void;
  /** The next operation of this name by this user is accepted and changes nothing; its failure is reported on the stream. */
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
  /** Advances the simulated clock. */
  readonly advance: (request: { milliseconds: number }) => void;
  readonly quirks: () => Quirks;
  readonly setQuirks: (request: Partial<Quirks>) => void;

  readonly injectFault: (request: FaultRule) => void;
  readonly faults: () => readonly FaultRule[];
  readonly clearFaults: () => void;
  /** Resets every connection. */
  readonly dropConnections: () => void;
  /** Stops the server, then restarts it on the same port with all sessions forgotten. The chats continue. */
  readonly restart: (request: { downMs: number }) => Promise<void>;
  readonly forgetSessions: () => void;
  /** Makes the stream's sessions unknown at the next poll. */
  readonly forgetStream: () => void;
  /** Sends a disconnect on every stream session. */
  readonly disconnectStream: () => void;
  readonly expireCsrf: () => void;
  /** Publishes arbitrary content on a user's stream, to test clients. */
  readonly publish: (request: { userName: string; channel: string; content: unknown }) => void;
}

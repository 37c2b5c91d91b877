import type {
  AgentChat,
  ChatAction,
  ChatState,
  CustomerField,
  EntryKind,
  Medium,
  NotReadyReason,
  OwnChannel,
  Presence,
  Visibility,
} from '../../preload/contract';

/** A participant as the source told it; who of them is the supervisor at this console is for the ledger to say. */
export interface ParticipantUpdate {
  readonly participantId: string;
  readonly type: 'agent' | 'customer' | 'other';
  readonly nickname: string;
  readonly userId: string | null;
  readonly visibility: Visibility | null;
}

/** What one notification or read says about a chat. A field that is absent was not said and must not change. */
export interface ChatUpdate {
  readonly chatId: string;
  readonly medium?: Medium;
  readonly state?: ChatState;
  readonly allowedActions?: readonly ChatAction[];
  readonly participants?: readonly ParticipantUpdate[];
  /** How many were told beyond those in the list, which is bounded; absent: none. */
  readonly participantsLeftOut?: number;
  readonly customerData?: readonly CustomerField[];
  readonly customerDataLeftOut?: number;
  readonly receivedAt?: number;
}

export interface EntryUpdate {
  readonly index: number;
  readonly kind: EntryKind;
  readonly from: ParticipantUpdate | null;
  readonly visibility: Visibility;
  readonly text: string;
  readonly at: number;
  /** The source gave no time that can be believed; `at` is when the line arrived, or a date read in a guessed zone. */
  readonly isTimeGuessed?: true;
}

/** Typing travels in the same numbered stream as the messages and is kept out of the transcript. */
export interface TypingUpdate {
  readonly index: number;
  readonly from: ParticipantUpdate;
  readonly visibility: Visibility;
  readonly isTyping: boolean;
  readonly at: number;
  readonly isTimeGuessed?: true;
}

/** One of the supervisor's own channels as the source told it; reasons are told apart from it. */
export type OwnChannelUpdate = Pick<OwnChannel, 'medium' | 'state' | 'text'> & { readonly stateId: string | null };

/** What happened on the floor, told without a word of the vendor's. Past tense: it is news, never an order. */
export type FloorEvent =
  | { readonly type: 'chatUpdated'; readonly chat: ChatUpdate }
  | {
      readonly type: 'messagesReceived';
      readonly chatId: string;
      readonly entries: readonly EntryUpdate[];
      readonly typing: readonly TypingUpdate[];
    }
  /** Only the channels that were told; the others are as they were. */
  | { readonly type: 'ownChannelsUpdated'; readonly channels: readonly OwnChannelUpdate[] }
  /** The source refused an operation after having accepted it. `referenceId` joins it to the request, where there is one. */
  | { readonly type: 'operationFailed'; readonly referenceId: number | null; readonly serverMessage: string };

/** Who the supervisor at this console is, to recognise them among participants. */
export interface CurrentSupervisor {
  readonly userId: string;
  readonly userName: string;
  /** The name chosen for chats; empty when none was. */
  readonly nickname: string;
}

/** All the source holds for this supervisor at one moment: the truth after a gap. */
export interface ServerSnapshot {
  readonly chats: readonly ChatUpdate[];
  /** Transcripts that could be read again, whole. A live chat missing here could not be read again. */
  readonly transcripts: readonly {
    readonly chatId: string;
    readonly entries: readonly EntryUpdate[];
  }[];
  /** Media of which the source could not say what it holds: their chats stay as they are. */
  readonly unavailable?: readonly Medium[];
  /** All own channels; absent where they could not be read. */
  readonly ownChannels?: readonly OwnChannelUpdate[];
  /** What may be said when not ready; absent where it could not be read. */
  readonly notReadyReasons?: readonly NotReadyReason[];
}

export interface AgentUpdate {
  readonly id: string;
  readonly userName: string;
  readonly name: string;
  readonly presence: Presence;
  readonly presenceText: string | null;
  readonly groups: readonly string[];
  readonly skills?: readonly string[];
  readonly chats: readonly AgentChat[] | null;
  readonly chatsNotReadYet?: true;
}

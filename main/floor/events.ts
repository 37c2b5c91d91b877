import type {
  ChatAction,
  ChatState,
  CustomerField,
  EntryKind,
  Medium,
  NotReadyReason,
  OwnChannel,
  Visibility,
} from '../../preload/contract';

/** A participant as reported by the source; the ledger decides which one is the supervisor of this console. */
export interface ParticipantUpdate {
  readonly participantId: string;
  readonly type: 'agent' | 'customer' | 'other';
  readonly nickname: string;
  readonly userId: string | null;
  readonly visibility: Visibility | null;
}

/** A notification or read about one chat. An absent field is unknown and must not change. */
export interface ChatUpdate {
  readonly chatId: string;
  readonly medium?: Medium;
  readonly state?: ChatState;
  readonly allowedActions?: readonly ChatAction[];
  readonly participants?: readonly ParticipantUpdate[];
  /** Participants beyond the bounded list; absent means none. */
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
  /** The source gave no credible time; `at` is the time of arrival, or a date read in a guessed time zone. */
  readonly isTimeGuessed?: true;
}

/** Typing events share the numbering of the messages but are not transcript entries. */
export interface TypingUpdate {
  readonly index: number;
  readonly from: ParticipantUpdate;
  readonly visibility: Visibility;
  readonly isTyping: boolean;
  readonly at: number;
  readonly isTimeGuessed?: true;
}

/** One of the supervisor's own channels as reported by the source; reasons are reported separately. */
export type OwnChannelUpdate = Pick<OwnChannel, 'medium' | 'state' | 'text'> & { readonly stateId: string | null };

/** Server events in terms of the floor, independent of the vendor. Past tense: they report, they do not command. */
export type FloorEvent =
  | { readonly type: 'chatUpdated'; readonly chat: ChatUpdate }
  | {
      readonly type: 'messagesReceived';
      readonly chatId: string;
      readonly entries: readonly EntryUpdate[];
      readonly typing: readonly TypingUpdate[];
    }
  /** Only the reported channels; the others are unchanged. */
  | { readonly type: 'ownChannelsUpdated'; readonly channels: readonly OwnChannelUpdate[] }
  /** The source refused an operation after accepting it. `referenceId` matches the request, if the source sent one. */
  | { readonly type: 'operationFailed'; readonly referenceId: number | null; readonly serverMessage: string };

/** Identity of the supervisor of this console, to recognise them among participants. */
export interface CurrentSupervisor {
  readonly userId: string;
  readonly userName: string;
  /** Name chosen for chats; empty if none. */
  readonly nickname: string;
}

/** Complete state of this supervisor on the server at one moment. */
export interface ServerSnapshot {
  readonly chats: readonly ChatUpdate[];
  /** Complete transcripts. The transcript of a live chat that is missing here could not be read. */
  readonly transcripts: readonly {
    readonly chatId: string;
    readonly entries: readonly EntryUpdate[];
  }[];
  /** Media that the source could not read: their chats stay unchanged. */
  readonly unavailable?: readonly Medium[];
  /** All own channels; absent if they could not be read. */
  readonly ownChannels?: readonly OwnChannelUpdate[];
  /** Reasons for not being ready; absent if they could not be read. */
  readonly notReadyReasons?: readonly NotReadyReason[];
}

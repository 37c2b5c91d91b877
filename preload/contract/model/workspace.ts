import type { Participant } from './chat';
import type { Mode, WatchScope } from './mode';

/** A reader a text was begun for, named as at that moment. */
export type DraftReader = Pick<Participant, 'participantId' | 'kind' | 'nickname'>;

/** Identity of an unsent text: a text belongs to the readers it was begun for and is never found under others. */
export interface DraftPlace {
  readonly chatId: string;
  readonly mode: Mode;
  readonly audience: 'agents' | 'everyone';
  readonly readers: readonly DraftReader[];
  /** Request id of the send the text left its field with; `null` while it is being written. */
  readonly sentAs: string | null;
}

/** A text that was typed and not sent. */
export interface Draft extends DraftPlace {
  /** Empty: there is nothing to keep any more. */
  readonly text: string;
}

/**
 * Main's word on a draft: the one text all windows show. Its number grows with every change, so that a window that typed
 * meanwhile can tell what is newer.
 */
export interface DraftRevision {
  readonly draft: Draft;
  readonly revision: number;
}

/** The first line in sight of somebody who scrolled up, and how much of it was already out of sight. */
export interface ScrollAnchor {
  readonly index: number;
  readonly offsetPx: number;
}

/** Where somebody is in the window. */
export interface ViewState {
  readonly place: 'chats' | 'wall' | 'agents' | 'search' | 'attention' | 'settings';
  readonly chatId: string | null;
  /** `null`: at the end of the transcript, carried along with what comes. */
  readonly anchor: ScrollAnchor | null;
  readonly readUpTo: readonly { readonly chatId: string; readonly index: number }[];
  /** The draft that has the keyboard; `null`: none. A page that is loaded again holds what is typed on for it. */
  readonly writing: DraftPlace | null;
}

/** A text leaves its field for its readers. */
export interface DraftSendOut {
  /** With the request id of its send. */
  readonly draft: Draft;
  /** The last change of the text in its field that this window shows (`revision`). */
  readonly basedOn: number;
}

/** Main's answer to a text that leaves its field. */
export interface SentOutDraft {
  readonly revision: number;
  /** Number of the draft; `null`: it is not to be sent. */
  readonly draft: number | null;
  /** What stands in the field instead, because another window changed or sent the text last; `null`: it may go. */
  readonly stands: Draft | null;
}

/** What a window that was loaded again goes on with. */
export interface WorkspaceState {
  readonly drafts: readonly Draft[];
  /** Number of the last change these texts hold. */
  readonly revision: number;
  readonly view: ViewState | null;
}

/** A watch that was on when the program, or the last sign-in, ended. */
export interface SavedWatch {
  readonly agentId: string;
  readonly mode: Mode;
  readonly scope: WatchScope;
  readonly nickname: string;
}

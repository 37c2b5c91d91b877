import type { Participant } from './chat';
import type { Mode, WatchScope } from './mode';
import type { AppPage } from '../app-pages';

/** A reader that a text was begun for, with the name at that time. */
export type DraftReader = Pick<Participant, 'participantId' | 'kind' | 'nickname'>;

/** Identity of a draft: it belongs to the readers it was begun for and never appears under others. */
export interface DraftPlace {
  readonly chatId: string;
  readonly mode: Mode;
  readonly audience: 'agents' | 'everyone';
  readonly readers: readonly DraftReader[];
  /** Request id of the send that removed the text from its field; `null` while it is being written. */
  readonly sentAs: string | null;
}

/** A text that was typed and not sent. */
export interface Draft extends DraftPlace {
  /** Empty deletes the draft. */
  readonly text: string;
}

/**
 * Main's version of a draft, which all windows show. Its revision increases with every change, so that a window that
 * typed meanwhile can tell which is newer.
 */
export interface DraftRevision {
  readonly draft: Draft;
  readonly revision: number;
}

/** First visible entry of a scrolled transcript, and how much of it is out of view. */
export interface ScrollAnchor {
  readonly index: number;
  readonly offsetPx: number;
}

/** What a window shows. */
export interface ViewState {
  readonly page: AppPage;
  readonly chatId: string | null;
  /** `null` at the end of the transcript, where it follows new entries. */
  readonly anchor: ScrollAnchor | null;
  readonly readUpTo: readonly { readonly chatId: string; readonly index: number }[];
  /** The focused draft; `null` if there is none. A reloaded page continues it. */
  readonly writing: DraftPlace | null;
}

/** Removes a text from its field to send it. */
export interface DraftSendOut {
  /** Contains the request id of its send. */
  readonly draft: Draft;
  /** Revision of the last change that this window shows. */
  readonly basedOn: number;
}

/** Reply to `DraftSendOut`. */
export interface SentOutDraft {
  readonly revision: number;
  /** Number of the draft; `null` if it must not be sent. */
  readonly draft: number | null;
  /** Current content of the field, because another window changed or sent the text; `null` if it may be sent. */
  readonly stands: Draft | null;
}

/** State that a reloaded window restores. */
export interface WorkspaceState {
  readonly drafts: readonly Draft[];
  /** Revision of the last change in these drafts. */
  readonly revision: number;
  readonly view: ViewState | null;
}

/** A watch that was active when the program, or the last sign-in, ended. */
export interface SavedWatch {
  readonly agentId: string;
  readonly mode: Mode;
  readonly scope: WatchScope;
  readonly nickname: string;
}

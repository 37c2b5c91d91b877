import type { Mode, WatchScope } from './mode';

/** A text that was typed and not sent, bound to those it was written for. */
export interface KeptDraft {
  readonly chatId: string;
  readonly mode: Mode;
  readonly audience: 'agents' | 'everyone';
  /** Empty: there is nothing to keep any more. */
  readonly text: string;
}

/**
 * Main's word on a draft: the one text all windows show. Its number grows with every change, so that a window that typed
 * meanwhile can tell what is newer.
 */
export interface NumberedDraft {
  readonly draft: KeptDraft;
  readonly revision: number;
}

/** The first line in sight of somebody who scrolled up, and how much of it was already out of sight. */
export interface ReadingAnchor {
  readonly index: number;
  readonly hiddenPx: number;
}

/** Where somebody is in the window. */
export interface WindowView {
  readonly place: 'chats' | 'wall' | 'agents' | 'search' | 'attention' | 'settings';
  readonly chatId: string | null;
  /** `null`: at the end of the transcript, carried along with what comes. */
  readonly anchor: ReadingAnchor | null;
  readonly readUpTo: readonly { readonly chatId: string; readonly index: number }[];
}

/** What a window that was loaded again goes on with. */
export interface KeptWork {
  readonly drafts: readonly KeptDraft[];
  readonly view: WindowView | null;
}

/** A watch that was on when the program, or the last sign-in, ended. */
export interface OfferedWatch {
  readonly agentId: string;
  readonly mode: Mode;
  readonly scope: WatchScope;
  readonly nickname: string;
}

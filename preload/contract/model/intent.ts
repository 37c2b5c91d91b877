import type { Mode } from './mode';

/** One per click: a second click with the same id is the same intent. */
export interface Intent {
  readonly requestId: string;
}

export interface ChatIntent extends Intent {
  readonly chatId: string;
}

export interface Send extends ChatIntent {
  /** The mode the text was composed in. Main refuses the send if the server-confirmed mode is another. */
  readonly composedIn: Mode;
  readonly text: string;
}

import type { Mode } from './mode';

/** One per click: a second click with the same id is the same intent. */
export interface IdempotentRequest {
  readonly requestId: string;
}

export interface ChatCommandRequest extends IdempotentRequest {
  readonly chatId: string;
}

/** What the screen named while a text was composed. Main refuses it if the confirmed mode or those who would read it are others. */
export interface Composition {
  readonly composedIn: Mode;
  /** Participant ids. */
  readonly readers: readonly string[];
}

export interface SendNotice extends ChatCommandRequest, Composition {
  readonly text: string;
}

export interface SendTextRequest extends SendNotice {
  /** Number of the draft the text was composed in (`drafts.save`). Main refuses the send if that draft was begun for others. */
  readonly draft: number;
}

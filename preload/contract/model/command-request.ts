import type { Mode } from './mode';

/** Request with an id per click; a second request with the same id is the same command. */
export interface IdempotentRequest {
  readonly requestId: string;
}

export interface ChatCommandRequest extends IdempotentRequest {
  readonly chatId: string;
}

/**
 * What the screen showed while a text was composed. Main refuses the text if the confirmed mode or the readers differ.
 */
export interface Composition {
  readonly composedIn: Mode;
  /** Participant ids. */
  readonly readers: readonly string[];
}

export interface SendNotice extends ChatCommandRequest, Composition {
  readonly text: string;
}

export interface SendTextRequest extends SendNotice {
  /** Number of the draft (`drafts.save`). Main refuses the send if that draft was begun for other readers. */
  readonly draft: number;
}

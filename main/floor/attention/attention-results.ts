import type { ChatAttention } from '../../../preload/contract';

export interface AttentionChange {
  readonly chatId: string;
  /** `null`: there is nothing to say of it any more. */
  readonly attention: ChatAttention | null;
}

/** What the attention rules found, as the windows were told. */
export class AttentionResults {
  readonly #byChat = new Map<string, ChatAttention>();

  get all(): readonly ChatAttention[] {
    return [...this.#byChat.values()];
  }

  put(changes: readonly AttentionChange[]): void {
    for (const { chatId, attention } of changes) {
      if (attention === null) this.#byChat.delete(chatId);
      else this.#byChat.set(chatId, attention);
    }
  }

  clear(): void {
    this.#byChat.clear();
  }
}

import type { ChatAttention } from '../../../preload/contract';

export interface AttentionChange {
  readonly chatId: string;
  /** `null` removes the chat's attention. */
  readonly attention: ChatAttention | null;
}

/** Results of the attention rules as last published. */
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

import type { Done, Result } from '../../../preload/contract';
import { fail } from '../../base/result';
import { deferred } from './deferred';

export interface QueuedSend {
  readonly chatId: string;
  /** Resolves when the server accepted or refused the text. */
  readonly send: () => Promise<Result<Done>>;
  /** Resolves after acceptance: the text appeared in the transcript, or failed, or its outcome is unknown. */
  readonly outcome: () => Promise<Result<Done>>;
}

const heldBack = fail('command.heldBack');

/**
 * Sends the texts of one chat in order. The next text is sent when the previous one appears in the transcript. If the
 * previous one fails or is unknown, waiting texts are returned: a reply may mean something else without the text before
 * it.
 */
export class SendQueue {
  /** By chat: resolves with whether the last text was confirmed. */
  readonly #last = new Map<string, Promise<boolean>>();

  async enqueue({ chatId, send, outcome }: QueuedSend): Promise<Result<Done>> {
    const before = this.#last.get(chatId);
    const { promise, resolve } = deferred<boolean>();
    this.#last.set(chatId, promise);
    const end = (hasArrived: boolean): void => {
      if (this.#last.get(chatId) === promise) this.#last.delete(chatId);
      resolve(hasArrived);
    };
    const isClear = before === undefined || (await before);
    const result = isClear ? await send() : heldBack;
    if (result.ok) void outcome().then(({ ok }) => end(ok));
    else end(false);
    return result;
  }
}

import type { Done, Result } from '../../../preload/contract';
import { fail } from '../../base/result';
import { deferred } from './deferred';

export interface QueuedSend {
  readonly chatId: string;
  /** Resolves when the server accepted or refused it. */
  readonly send: () => Promise<Result<Done>>;
  /** After an acceptance: resolves when the text was seen, or is known to be lost or in doubt. */
  readonly outcome: () => Promise<Result<Done>>;
}

const heldBack = fail('command.heldBack');

/**
 * Sends the texts of one chat in the order of their sending. The next one leaves when the one before it was seen in the
 * transcript. If that one failed or its outcome is unknown, those that wait are given back: a reply without what it follows
 * may mean something else.
 */
export class SendQueue {
  /** By chat: resolves with whether the last text so far arrived. */
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

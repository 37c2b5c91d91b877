import type { Result } from '../../../preload/contract';
import type { Clock } from '../../base/clock';
import { fail, succeed } from '../../base/result';
import type { RestClient } from '../api/rest-client';
import type { ApiRequest } from '../session/api-client';
import { sanitizeServerMessage } from '../translate/sanitize-server-message';
import { ownField } from '../../base/record';

/** Milliseconds that an accepted request may wait for its reply. */
const replyWithinMs = 15_000;

type Reply = Result<unknown>;

/**
 * Requests whose reply arrives over the stream: the response only has a number that the reply repeats. The reply may
 * overtake the response, so messages are kept until their number is known. A lost stream may lose the reply. The
 * request then fails by its deadline and can be repeated, since it changes nothing.
 */
export class AsyncReplies {
  readonly #caller: RestClient;
  readonly #clock: Clock;
  readonly #waiting = new Map<number, (reply: Reply) => void>();
  readonly #early = new Map<number, Reply>();
  #acknowledging = 0;

  constructor(caller: RestClient, clock: Clock) {
    this.#caller = caller;
    this.#clock = clock;
  }

  async ask(call: ApiRequest): Promise<Reply> {
    this.#acknowledging += 1;
    try {
      const acknowledged = await this.#caller(call);
      if (!acknowledged.ok) return asLookup(acknowledged);
      const referenceId = ownField(acknowledged.value, 'referenceId');
      // Without a number no reply follows; the response holds the result.
      if (typeof referenceId !== 'number') return acknowledged;
      return await (this.#early.get(referenceId) ?? this.#awaited(referenceId));
    } finally {
      this.#acknowledging -= 1;
      if (this.#acknowledging === 0) this.#early.clear();
    }
  }

  /** Resolves the requests whose replies are among the messages, and returns the other messages. */
  extractReplies(messages: readonly unknown[]): readonly unknown[] {
    return messages.filter((message) => !this.#take(message));
  }

  #take(message: unknown): boolean {
    const referenceId = ownField(message, 'referenceId');
    const reply = typeof referenceId === 'number' ? replyIn(message) : null;
    if (typeof referenceId !== 'number' || reply === null) return false;
    const resolve = this.#waiting.get(referenceId);
    if (resolve === undefined && this.#acknowledging > 0) this.#early.set(referenceId, reply);
    resolve?.(reply);
    return resolve !== undefined;
  }

  #awaited(referenceId: number): Promise<Reply> {
    return new Promise((resolve) => {
      const finish = (reply: Reply): void => {
        cancelDeadline();
        this.#waiting.delete(referenceId);
        resolve(reply);
      };
      const cancelDeadline = this.#clock.after(replyWithinMs, () => {
        finish(fail('server.timeout'));
      });
      this.#waiting.set(referenceId, finish);
    });
  }
}

/** Returns `null` if the message is not a reply. */
function replyIn(message: unknown): Reply | null {
  const type = ownField(message, 'messageType');
  if (typeof type === 'string' && type.startsWith('Get')) return succeed(message);
  if (ownField(message, 'notificationType') !== 'Error') return null;
  const words = ownField(message, 'errorMessage');
  return fail('command.refused', typeof words === 'string' ? { serverMessage: sanitizeServerMessage(words) } : {});
}

/** A lookup with an unknown outcome changed nothing, so it is reported as not answered. */
function asLookup(result: Extract<Reply, { ok: false }>): Reply {
  return result.error.code === 'command.outcomeUnknown' ? fail('server.timeout') : result;
}

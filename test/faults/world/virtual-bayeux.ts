import type { Clock, Disposer } from '../../../main/base/clock';
import { covers } from '../../../main/practice/bayeux/subscriptions';

export interface BayeuxMessage {
  readonly id?: string;
  readonly channel: string;
  readonly clientId?: string;
  readonly subscription?: string;
  readonly advice?: Readonly<Record<string, unknown>>;
  readonly ext?: { readonly ack?: unknown };
  readonly data?: unknown;
  readonly [field: string]: unknown;
}

interface Post {
  readonly batch: number;
  readonly channel: string;
  readonly data: unknown;
}

interface StreamSession {
  readonly clientId: string;
  readonly userId: string;
  readonly httpSessionId: string;
  readonly subscriptions: Set<string>;
  readonly acknowledges: boolean;
  queue: Post[];
  lastBatch: number;
  isLeaving: boolean;
  wake: (() => void) | null;
  cancelExpiry: Disposer;
}

export interface VirtualBayeuxOptions {
  readonly clock: Clock;
  readonly holdMs: number;
  readonly maxIntervalMs: number;
  readonly hasAcknowledgements: boolean;
  /** Prefix of every client id, so that those of two addresses differ. */
  readonly name: string;
  /** Called with each message that a console acknowledged, also if the response that carried it failed. */
  readonly onAcknowledged: (userId: string, data: unknown) => void;
}

/**
 * The practice server's stream in virtual time: sessions bound to the HTTP session of their handshake, one held poll each, messages kept
 * until acknowledged, idle sessions forgotten. It follows the rules of the server library, which owns its timers and cannot run in virtual
 * time. Contract tests check the library; `virtual-bayeux.test.ts` checks this class with the same client.
 */
export class VirtualBayeux {
  readonly sessions = new Map<string, StreamSession>();
  handshakes = 0;
  #made = 0;
  readonly #options: VirtualBayeuxOptions;

  constructor(options: VirtualBayeuxOptions) {
    this.#options = options;
  }

  deliver(userId: string, channel: string, data: unknown): void {
    for (const session of this.sessions.values()) {
      if (session.userId !== userId) continue;
      if (![...session.subscriptions].some((subscription) => covers(subscription, channel))) continue;
      session.lastBatch += 1;
      session.queue.push({ batch: session.lastBatch, channel, data });
      const wake = session.wake;
      // Notifications of one server action go out in one response.
      if (wake !== null) this.#options.clock.after(0, wake);
    }
  }

  isListening(userId: string): boolean {
    for (const session of this.sessions.values()) if (session.userId === userId) return true;
    return false;
  }

  /** As after a restart: the next poll gets an unknown session. */
  forgetSessions(): void {
    for (const session of [...this.sessions.values()]) this.#remove(session);
  }

  disconnect(matches: (session: { readonly httpSessionId: string }) => boolean): void {
    for (const session of [...this.sessions.values()]) {
      if (!matches(session)) continue;
      session.isLeaving = true;
      session.wake?.();
    }
  }

  async answer(
    messages: readonly BayeuxMessage[],
    from: { readonly userId: string; readonly httpSessionId: string },
    hungUp: AbortSignal,
  ): Promise<unknown[]> {
    const replies = await Promise.all(messages.map((message) => this.#reply(message, from, hungUp)));
    return replies.flat();
  }

  async #reply(
    message: BayeuxMessage,
    from: { readonly userId: string; readonly httpSessionId: string },
    hungUp: AbortSignal,
  ): Promise<unknown[]> {
    const head = { ...(message.id === undefined ? {} : { id: message.id }), channel: message.channel };
    if (message.channel === '/meta/handshake') return [this.#handshake(head, message, from)];
    const session = this.sessions.get(message.clientId ?? '');
    if (session === undefined) return [unknownSession(head)];
    switch (message.channel) {
      case '/meta/connect':
        return this.#connect(session, message, hungUp);
      case '/meta/subscribe':
        session.subscriptions.add(message.subscription ?? '');
        return [{ ...head, clientId: session.clientId, successful: true, subscription: message.subscription }];
      case '/meta/disconnect':
        this.#remove(session);
        return [{ ...head, successful: true }];
      default:
        return [{ ...head, successful: false, error: '403::denied' }];
    }
  }

  #handshake(head: object, message: BayeuxMessage, from: { userId: string; httpSessionId: string }): unknown {
    this.handshakes += 1;
    const { hasAcknowledgements, holdMs, name } = this.#options;
    const acknowledges = hasAcknowledgements && message.ext?.ack === true;
    const session: StreamSession = {
      ...from,
      clientId: `${name}-client${String((this.#made += 1))}`,
      subscriptions: new Set(),
      acknowledges,
      queue: [],
      lastBatch: 0,
      isLeaving: false,
      wake: null,
      cancelExpiry: () => undefined,
    };
    this.sessions.set(session.clientId, session);
    this.#armExpiry(session);
    return {
      ...head,
      clientId: session.clientId,
      successful: true,
      version: '1.0',
      supportedConnectionTypes: ['long-polling'],
      advice: { reconnect: 'retry', interval: 0, timeout: holdMs },
      ...(acknowledges ? { ext: { ack: true } } : {}),
    };
  }

  async #connect(session: StreamSession, message: BayeuxMessage, hungUp: AbortSignal): Promise<unknown[]> {
    session.wake?.();
    const acknowledged = message.ext?.ack;
    if (session.acknowledges && typeof acknowledged === 'number') this.#acknowledge(session, acknowledged);
    const asked = message.advice?.['timeout'];
    const holdMs = typeof asked === 'number' ? Math.min(asked, this.#options.holdMs) : this.#options.holdMs;
    session.cancelExpiry();
    if (session.queue.length === 0 && holdMs > 0 && !session.isLeaving) await this.#hold(session, holdMs, hungUp);
    const head = { ...(message.id === undefined ? {} : { id: message.id }), channel: '/meta/connect' };
    if (this.sessions.get(session.clientId) !== session) return [unknownSession(head)];
    if (session.isLeaving) {
      this.#remove(session);
      return [
        { channel: '/meta/disconnect', successful: true },
        { ...head, successful: false, advice: { reconnect: 'none' } },
      ];
    }
    this.#armExpiry(session);
    const events = session.queue.map(({ channel, data }) => ({ channel, data }));
    const batch = session.queue.at(-1)?.batch ?? session.lastBatch;
    if (!session.acknowledges) session.queue = [];
    return [...events, { ...head, successful: true, ...(session.acknowledges ? { ext: { ack: batch } } : {}) }];
  }

  #acknowledge(session: StreamSession, batch: number): void {
    for (const post of session.queue) {
      if (post.batch <= batch) this.#options.onAcknowledged(session.userId, post.data);
    }
    session.queue = session.queue.filter((post) => post.batch > batch);
  }

  #hold(session: StreamSession, holdMs: number, hungUp: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const end = (): void => {
        cancel();
        if (session.wake === end) session.wake = null;
        hungUp.removeEventListener('abort', end);
        resolve();
      };
      const cancel = this.#options.clock.after(holdMs, end);
      session.wake = end;
      hungUp.addEventListener('abort', end);
    });
  }

  #armExpiry(session: StreamSession): void {
    session.cancelExpiry();
    session.cancelExpiry = this.#options.clock.after(this.#options.maxIntervalMs, () => {
      this.#remove(session);
    });
  }

  #remove(session: StreamSession): void {
    session.cancelExpiry();
    this.sessions.delete(session.clientId);
    session.wake?.();
  }
}

function unknownSession(head: object): unknown {
  return { ...head, successful: false, error: '402::session_unknown', advice: { reconnect: 'handshake', interval: 0 } };
}

import type { VirtualClock } from '../virtual-clock';
import { HttpFailure } from '../../../main/gws/http-port';

export interface BayeuxMessage {
  readonly id?: string;
  readonly channel: string;
  readonly clientId?: string;
  readonly subscription?: string;
  readonly advice?: { readonly timeout?: number };
  readonly ext?: { readonly ack?: unknown };
  readonly data?: unknown;
}

interface StreamSession {
  readonly clientId: string;
  readonly subscriptions: Set<string>;
  unacknowledged: { readonly batch: number; readonly event: unknown }[];
  batch: number;
  wake: (() => void) | null;
}

/** The stream of a fake server: one session at a time is what a well-behaved client has, and more are counted. */
export class FakeBayeux {
  readonly sessions = new Map<string, StreamSession>();
  readonly asked: BayeuxMessage[] = [];
  hasAcknowledgements = true;
  holdMs = 30_000;
  /** Laid over the reply to the next poll. */
  nextPollReply: Readonly<Record<string, unknown>> | null = null;
  /** Laid over the reply to every poll. */
  everyPollReply: Readonly<Record<string, unknown>> | null = null;
  /** Put behind the reply to the next poll, in the same answer. */
  afterPollReply: unknown[] = [];
  handshakeAdvice: Readonly<Record<string, unknown>> = { reconnect: 'retry', interval: 0 };
  readonly #clock: VirtualClock;
  #made = 0;

  constructor(clock: VirtualClock) {
    this.#clock = clock;
  }

  get handshakes(): number {
    return this.asked.filter((message) => message.channel === '/meta/handshake').length;
  }

  get polls(): readonly BayeuxMessage[] {
    return this.asked.filter((message) => message.channel === '/meta/connect');
  }

  publish(data: unknown, channel = '/v2/me/chats'): void {
    for (const session of this.sessions.values()) {
      if (!session.subscriptions.has(channel)) continue;
      session.batch += 1;
      session.unacknowledged.push({ batch: session.batch, event: { channel, data } });
      session.wake?.();
    }
  }

  forgetSessions(): void {
    for (const session of this.sessions.values()) session.wake?.();
    this.sessions.clear();
  }

  /** Ends the hold of every poll under way. */
  wakePolls(): void {
    for (const session of this.sessions.values()) session.wake?.();
  }

  async answer(messages: readonly BayeuxMessage[], signal: AbortSignal | null): Promise<unknown[]> {
    this.asked.push(...messages);
    const replies = await Promise.all(messages.map((message) => this.#reply(message, signal)));
    return replies.flat();
  }

  async #reply(message: BayeuxMessage, signal: AbortSignal | null): Promise<unknown[]> {
    const head = { id: message.id, channel: message.channel };
    if (message.channel === '/meta/handshake') return [this.#handshake(head)];
    const session = this.sessions.get(message.clientId ?? '');
    if (session === undefined) return [unknownClient(head)];
    switch (message.channel) {
      case '/meta/connect':
        return this.#connect(session, message, signal);
      case '/meta/subscribe':
        session.subscriptions.add(message.subscription ?? '');
        return [{ ...head, successful: true, subscription: message.subscription }];
      default:
        this.sessions.delete(session.clientId);
        session.wake?.();
        return [{ ...head, successful: true }];
    }
  }

  #handshake(head: object): unknown {
    const clientId = `client-${(this.#made += 1)}`;
    this.sessions.set(clientId, { clientId, subscriptions: new Set(), unacknowledged: [], batch: 0, wake: null });
    return {
      ...head,
      clientId,
      successful: true,
      version: '1.0',
      supportedConnectionTypes: ['long-polling'],
      advice: { timeout: this.holdMs, ...this.handshakeAdvice },
      ...(this.hasAcknowledgements ? { ext: { ack: true } } : {}),
    };
  }

  async #connect(session: StreamSession, message: BayeuxMessage, signal: AbortSignal | null): Promise<unknown[]> {
    const acknowledged = message.ext?.ack;
    if (typeof acknowledged === 'number') {
      session.unacknowledged = session.unacknowledged.filter(({ batch }) => batch > acknowledged);
    }
    if (session.unacknowledged.length === 0 && this.everyPollReply === null)
      await this.#hold(session, message.advice?.timeout ?? this.holdMs, signal);
    const head = { id: message.id, channel: '/meta/connect' };
    if (!this.sessions.has(session.clientId)) return [unknownClient(head)];
    const events = session.unacknowledged.map(({ event }) => event);
    const ext = this.hasAcknowledgements ? { ext: { ack: session.batch } } : {};
    if (!this.hasAcknowledgements) session.unacknowledged = [];
    const reply = { ...head, successful: true, ...ext, ...this.everyPollReply, ...this.nextPollReply };
    const after = this.afterPollReply;
    this.nextPollReply = null;
    this.afterPollReply = [];
    return [...events, reply, ...after];
  }

  #hold(session: StreamSession, holdMs: number, signal: AbortSignal | null): Promise<void> {
    return new Promise((resolve, reject) => {
      const cancel = this.#clock.after(holdMs, resolve);
      const end = (settle: () => void) => () => {
        cancel();
        session.wake = null;
        settle();
      };
      session.wake = end(resolve);
      signal?.addEventListener(
        'abort',
        end(() => reject(new HttpFailure('aborted', false))),
      );
    });
  }
}

function unknownClient(head: object): unknown {
  return { ...head, successful: false, error: '402::session_unknown', advice: { reconnect: 'handshake', interval: 0 } };
}

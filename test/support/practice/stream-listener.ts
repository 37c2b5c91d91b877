import type { FloorVisitor } from './floor-visitor';

export interface Notification {
  readonly channel: string;
  readonly data: Record<string, unknown>;
}

export type BayeuxReply = Record<string, unknown>;

/**
 * Listens to the floor's stream by hand: handshake, subscribe, then one poll after the other. Everything that arrives is
 * kept in order; `next` waits for the first notification, arrived or still to come, that fits and was not taken yet.
 */
export class StreamListener {
  readonly received: Notification[] = [];
  readonly #visitor: FloorVisitor;
  readonly #acknowledges: boolean;
  #clientId = '';
  #messageId = 0;
  #taken = new Set<Notification>();
  #isOpen = false;
  #lastAck = 0;
  #wake: (() => void)[] = [];
  #polling: Promise<void> = Promise.resolve();

  constructor(visitor: FloorVisitor, acknowledges = true) {
    this.#visitor = visitor;
    this.#acknowledges = acknowledges;
  }

  get clientId(): string {
    return this.#clientId;
  }

  async open(...subscriptions: string[]): Promise<void> {
    const reply = await this.handshake();
    if (reply['successful'] !== true) throw new Error(`handshake refused: ${JSON.stringify(reply)}`);
    this.#clientId = String(reply['clientId']);
    for (const subscription of subscriptions) await this.send({ channel: '/meta/subscribe', subscription });
    this.#isOpen = true;
    await this.#poll({ timeout: 0 });
    this.#polling = this.#pollOn();
  }

  async handshake(): Promise<BayeuxReply> {
    const ext = this.#acknowledges ? { ext: { ack: true } } : {};
    const supportedConnectionTypes = ['long-polling'];
    return this.send({ channel: '/meta/handshake', version: '1.0', supportedConnectionTypes, ...ext });
  }

  /** Sends one Bayeux message and returns its reply; news that came along is kept. */
  async send(message: Record<string, unknown>): Promise<BayeuxReply> {
    this.#messageId += 1;
    const clientId = this.#clientId === '' ? {} : { clientId: this.#clientId };
    const visit = await this.#visitor.post('/notifications', [
      { id: String(this.#messageId), ...clientId, ...message },
    ]);
    if (visit.status !== 200) return { successful: false, httpStatus: visit.status, text: visit.text };
    const messages = visit.body as unknown as BayeuxReply[];
    this.#keep(messages);
    return messages.find(({ channel }) => channel === message['channel']) ?? {};
  }

  async close(): Promise<void> {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    await this.send({ channel: '/meta/disconnect' }).catch(() => undefined);
    // A poll that the server no longer answers is cut when the floor closes.
    await Promise.race([this.#polling, new Promise((resolve) => setTimeout(resolve, 100))]);
  }

  /** The next notification that fits, in the order of arrival. */
  async next(what: string, fits: (data: Record<string, unknown>) => boolean): Promise<Record<string, unknown>> {
    const deadline = Date.now() + 15_000;
    for (;;) {
      const found = this.received.find((news) => !this.#taken.has(news) && fits(news.data));
      if (found !== undefined) {
        this.#taken.add(found);
        return found.data;
      }
      if (Date.now() > deadline)
        throw new Error(`never arrived: ${what}; got ${JSON.stringify(this.received, null, 1)}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 100);
        this.#wake.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }

  async #pollOn(): Promise<void> {
    while (this.#isOpen) {
      const reply = await this.#poll({});
      if (reply['isCut'] === true) await new Promise((resolve) => setTimeout(resolve, 20));
      else if (reply['successful'] !== true) this.#isOpen = false;
    }
  }

  async #poll(advice: Record<string, unknown>): Promise<BayeuxReply> {
    const ext = this.#acknowledges ? { ext: { ack: this.#lastAck } } : {};
    const withAdvice = Object.keys(advice).length > 0 ? { advice } : {};
    try {
      const reply = await this.send({
        channel: '/meta/connect',
        connectionType: 'long-polling',
        ...ext,
        ...withAdvice,
      });
      const ack = (reply['ext'] as { ack?: number } | undefined)?.ack;
      if (ack !== undefined) this.#lastAck = ack;
      return reply;
    } catch {
      return { isCut: true };
    }
  }

  #keep(messages: readonly BayeuxReply[]): void {
    for (const message of messages) {
      if (message['data'] !== undefined) this.received.push(message as unknown as Notification);
    }
    for (const wake of this.#wake.splice(0)) wake();
  }
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import cometd from 'cometd-nodejs-server';
import type { CometDServer, SecurityPolicy, ServerSession } from 'cometd-nodejs-server';
import acknowledgement from 'cometd-nodejs-server/ack-extension.js';
import { covers, isChannelName } from './subscriptions';

export interface StreamOptions {
  /** How long a poll is held, in milliseconds. */
  readonly timeoutMs: number;
  /** How long a session may stay without a poll before the server forgets it, in milliseconds. */
  readonly maxIntervalMs: number;
  readonly intervalMs: number;
  readonly hasAcknowledgements: boolean;
}

interface Listener {
  readonly userId: string;
  readonly httpSessionId: string;
}

/** The documented topics. This server publishes chats, text messages, channels, devices and services, and nothing on the others. */
const topics = [
  '/v2/me/chats',
  '/v2/me/smssessions',
  '/v2/me/channels',
  '/v2/me/devices',
  '/v2/me/calls',
  '/v2/me/emails',
  '/v2/me/openmedia',
  '/v2/me/outbound',
  '/notifications/services',
];

/** An incoming Bayeux message: an object whose fields are not validated yet. */
export type BayeuxMessage = Readonly<Record<string, unknown>>;

/**
 * The event stream. A Bayeux session belongs to the HTTP session of its handshake and so to one user. A notification to a user goes once to
 * each of their sessions that subscribed to it, however many subscriptions match. The library does not expose its sessions, so forgetting
 * them means restarting it.
 */
export class Stream {
  readonly #options: StreamOptions;
  readonly #listeners = new Map<ServerSession, Listener>();
  #server: CometDServer;
  /** Sender of the current request; the library calls back synchronously while it processes it. */
  #current: Listener | null = null;

  constructor(options: StreamOptions) {
    this.#options = options;
    this.#server = this.#createServer();
  }

  /** The body must be parsed and validated: an array of objects. */
  receive(
    request: IncomingMessage,
    response: ServerResponse,
    from: Listener,
    messages: readonly BayeuxMessage[],
  ): void {
    this.#current = from;
    try {
      this.#server.handle(Object.assign(request, { body: messages }), response);
    } finally {
      this.#current = null;
    }
  }

  deliver(userId: string, channel: string, content: unknown): void {
    for (const [session, listener] of this.#listeners) {
      if (listener.userId !== userId) continue;
      if (session.subscriptions.some(({ name }) => covers(name, channel))) session.deliver(null, channel, content);
    }
  }

  /** Most people are simulated: nothing is serialised for users who are not signed in. */
  isListening(userId: string): boolean {
    for (const listener of this.#listeners.values()) if (listener.userId === userId) return true;
    return false;
  }

  /** Sends a disconnect to the sessions of an HTTP session that ended. */
  disconnectHttpSession(httpSessionId: string): void {
    for (const [session, listener] of [...this.#listeners]) {
      if (listener.httpSessionId === httpSessionId) session.disconnect();
    }
  }

  disconnectAll(): void {
    for (const session of [...this.#listeners.keys()]) session.disconnect();
  }

  /** As after a restart: no notification, and the next poll gets an unknown session. */
  forgetSessions(): void {
    this.close();
    this.#listeners.clear();
    this.#server = this.#createServer();
  }

  get sessionCount(): number {
    return this.#listeners.size;
  }

  close(): void {
    this.#server.close();
  }

  #createServer(): CometDServer {
    const { timeoutMs, maxIntervalMs, intervalMs, hasAcknowledgements } = this.#options;
    const server = cometd.createCometDServer({
      timeout: timeoutMs,
      maxInterval: maxIntervalMs,
      interval: intervalMs,
      browserCookiePath: '/',
    });
    if (hasAcknowledgements) server.addExtension(new acknowledgement.AcknowledgedMessagesExtension());
    server.policy = this.#policy();
    server.addListener('sessionAdded', (session: ServerSession) => {
      if (this.#current !== null) this.#listeners.set(session, this.#current);
    });
    server.addListener('sessionRemoved', (session: ServerSession) => {
      this.#listeners.delete(session);
    });
    return server;
  }

  #policy(): SecurityPolicy {
    const mayListen = (name: string): boolean => isChannelName(name) && topics.some((topic) => covers(name, topic));
    return {
      canHandshake: (_session, _message, callback) => {
        callback(undefined, this.#current !== null);
      },
      canCreate: (_session, _message, name, callback) => {
        callback(undefined, mayListen(name));
      },
      canSubscribe: (_session, _message, channel, callback) => {
        callback(undefined, mayListen(channel.name));
      },
      canPublish: (_session, _message, _channel, callback) => {
        callback(undefined, false);
      },
    };
  }
}

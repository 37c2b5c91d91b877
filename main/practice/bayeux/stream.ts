import type { IncomingMessage, ServerResponse } from 'node:http';
import cometd from 'cometd-nodejs-server';
import type { CometDServer, SecurityPolicy, ServerSession } from 'cometd-nodejs-server';
import acknowledgement from 'cometd-nodejs-server/ack-extension.js';
import { covers, isChannelName } from './subscriptions';

export interface StreamOptions {
  /** How long a poll is held, milliseconds. */
  readonly timeoutMs: number;
  /** How long a session may go without a poll before the server forgets it, milliseconds. */
  readonly maxIntervalMs: number;
  readonly intervalMs: number;
  readonly hasAcknowledgements: boolean;
}

interface Listener {
  readonly userId: string;
  readonly httpSessionId: string;
}

/** The topics of the documentation; this floor plays chats, text messages, channels, devices and services, and is silent on the rest. */
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

/** One Bayeux message as it came in: checked to be an object, its fields still unknown. */
export type BayeuxMessage = Readonly<Record<string, unknown>>;

/**
 * The push side. A Bayeux session belongs to the HTTP session it shook hands with, and through it to one user; what is
 * delivered to a user goes to each of their sessions that subscribed to it, once, however many subscriptions match.
 * The library keeps its sessions to itself, so forgetting them means starting it anew.
 */
export class Stream {
  readonly #options: StreamOptions;
  readonly #listeners = new Map<ServerSession, Listener>();
  #server: CometDServer;
  /** Who sends the request being processed; the library calls back synchronously while it reads it. */
  #current: Listener | null = null;

  constructor(options: StreamOptions) {
    this.#options = options;
    this.#server = this.#createServer();
  }

  /** The body must have been read and checked: an array of objects. */
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

  /** Most of the floor is simulated: nothing needs to be written for people nobody is signed in as. */
  isListening(userId: string): boolean {
    for (const listener of this.#listeners.values()) if (listener.userId === userId) return true;
    return false;
  }

  /** Says goodbye to whoever shook hands with an HTTP session that ended. */
  disconnectHttpSession(httpSessionId: string): void {
    for (const [session, listener] of [...this.#listeners]) {
      if (listener.httpSessionId === httpSessionId) session.disconnect();
    }
  }

  disconnectAll(): void {
    for (const session of [...this.#listeners.keys()]) session.disconnect();
  }

  /** As after a restart: nobody is told, and the next poll hears that its session is unknown. */
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

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import cometd, { type CometDServer, type Options, type ServerSession } from 'cometd-nodejs-server';
import acknowledgement from 'cometd-nodejs-server/ack-extension.js';

export interface SeenPost {
  readonly channel: string;
  readonly message: Readonly<Record<string, unknown>>;
  readonly cookie: string | undefined;
  readonly headers: IncomingMessage['headers'];
}

/** Takes an exchange away from the server: true when it did. */
export type Interference = (post: SeenPost, response: ServerResponse, request: IncomingMessage) => boolean;

/** The official server library on a loopback port, with a record of what it was asked and a hand in its answers. */
export class BayeuxRig {
  readonly seen: SeenPost[] = [];
  cometd: CometDServer;
  /** Headers put on every answer, as a balancer or a login filter in front would. */
  headers: Readonly<Record<string, string | readonly string[]>> = {};
  interfere: Interference | null = null;
  openPolls = 0;
  mostOpenPolls = 0;
  readonly #makeServer: () => CometDServer;
  readonly #server: Server;
  readonly #sessions = new Set<ServerSession>();
  readonly #sockets = new Set<Socket>();
  readonly #polls = new Set<ServerResponse>();

  private constructor(makeServer: () => CometDServer) {
    this.#makeServer = makeServer;
    this.cometd = this.#begin();
    this.#server = createServer((request, response) => this.#answer(request, response));
    this.#server.on('connection', (socket: Socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
    });
  }

  static async open(options: Options = {}, hasAcknowledgements = true): Promise<BayeuxRig> {
    const rig = new BayeuxRig(() => {
      const server = cometd.createCometDServer({ timeout: 2_000, ...options });
      if (hasAcknowledgements) server.addExtension(new acknowledgement.AcknowledgedMessagesExtension());
      return server;
    });
    await new Promise<void>((resolve) => rig.#server.listen(0, '127.0.0.1', resolve));
    return rig;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/api/v2/notifications`;
  }

  get sessions(): readonly ServerSession[] {
    return [...this.#sessions];
  }

  countOf(channel: string): number {
    return this.seen.filter((post) => post.channel === channel).length;
  }

  publish(data: unknown, channel = '/v2/me/chats'): void {
    this.cometd.createServerChannel(channel).publish(null, data);
  }

  /** Cuts every connection without a word. */
  cut(): void {
    for (const socket of this.#sockets) socket.resetAndDestroy();
  }

  /** Lets the next answer begin and then breaks the line; resolves when it is broken. */
  cutNextAnswer(): Promise<void> {
    return new Promise((resolve) => {
      for (const response of this.#polls) {
        const end = response.end.bind(response);
        response.end = ((body: Buffer | string) => {
          response.end = end;
          const bytes = Buffer.from(body);
          response.setHeader('Content-Length', bytes.length);
          response.write(bytes.subarray(0, bytes.length >> 1), () => {
            response.socket?.resetAndDestroy();
            resolve();
          });
          return response;
        }) as typeof response.end;
      }
    });
  }

  /** Every session is unknown from now on, and the polls under way break. */
  forgetSessions(): void {
    this.cometd.close();
    this.#sessions.clear();
    this.cometd = this.#begin();
    this.cut();
  }

  async close(): Promise<void> {
    this.cut();
    this.cometd.close();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #begin(): CometDServer {
    const server = this.#makeServer();
    server.addListener('sessionAdded', (session: ServerSession) => {
      this.#sessions.add(session);
      session.addListener('removed', () => this.#sessions.delete(session));
    });
    return server;
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const body = Buffer.concat(pieces);
      const messages = JSON.parse(body.toString('utf8')) as Record<string, unknown>[];
      const posts = messages.map((message) => ({
        channel: String(message['channel']),
        message,
        cookie: request.headers.cookie,
        headers: request.headers,
      }));
      this.seen.push(...posts);
      for (const [name, value] of Object.entries(this.headers)) response.appendHeader(name, value);
      const post = posts[0];
      if (post === undefined || this.interfere?.(post, response, request) === true) return;
      if (post.channel === '/meta/connect') this.#countPoll(response);
      // The library reads the body itself, from the request it is given.
      this.cometd.handle(Object.assign(request, { body: messages }), response);
    });
  }

  #countPoll(response: ServerResponse): void {
    this.openPolls += 1;
    this.#polls.add(response);
    this.mostOpenPolls = Math.max(this.mostOpenPolls, this.openPolls);
    response.once('close', () => {
      this.openPolls -= 1;
      this.#polls.delete(response);
    });
  }
}

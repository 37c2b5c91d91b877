import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Clock } from '../../base/clock';

export type RequestListener = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * The listening socket and its connections. It can stop and restart on the same port and cut all connections at once, both without notice,
 * as in a crash.
 */
export class PracticeHttpServer {
  readonly #listener: RequestListener;
  readonly #clock: Clock;
  readonly #sockets = new Set<Socket>();
  #server: Server | null = null;
  #port = 0;
  #host = '127.0.0.1';

  constructor(listener: RequestListener, clock: Clock) {
    this.#listener = listener;
    this.#clock = clock;
  }

  get url(): string {
    const host = this.#host.includes(':') ? `[${this.#host}]` : this.#host;
    return `http://${host}:${String(this.#port)}`;
  }

  async open(port: number, host: string): Promise<void> {
    const server = createServer({ keepAliveTimeout: 60_000, requestTimeout: 0 }, (request, response) => {
      response.setHeader('Date', new Date(this.#clock.now()).toUTCString());
      this.#listener(request, response);
    });
    server.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, () => {
        server.removeListener('error', reject);
        resolve();
      });
    });
    this.#server = server;
    this.#host = host;
    this.#port = (server.address() as AddressInfo).port;
  }

  dropConnections(): void {
    for (const socket of this.#sockets) socket.resetAndDestroy();
  }

  async close(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    if (server === null) return;
    const closed = new Promise<void>((resolve) => {
      server.close(() => {
        resolve();
      });
    });
    this.dropConnections();
    await closed;
  }

  async reopenAfter(downMs: number): Promise<void> {
    await this.close();
    await new Promise<void>((resolve) => {
      this.#clock.after(downMs, resolve);
    });
    await this.open(this.#port, this.#host);
  }
}

import { once } from 'node:events';
import { createConnection, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** Longest text that is looked for, so that one across two pieces is found. */
const maxTextLength = 64;

/** A connection between the console and its server that notes when a text first passes to the console. */
export class WireClock {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #awaited = new Map<string, (at: number) => void>();

  private constructor(server: Server) {
    this.#server = server;
  }

  static async open(targetPort: number): Promise<WireClock> {
    const server = createServer({ noDelay: true });
    const clock = new WireClock(server);
    server.on('connection', (near) => {
      clock.#carry(near, createConnection({ port: targetPort, host: '127.0.0.1', noDelay: true }));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return clock;
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  /** Resolves with the time, by `performance.now()`, at which the text passes. */
  whenPassing(text: string): Promise<number> {
    return new Promise((resolve) => this.#awaited.set(text, resolve));
  }

  close(): void {
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
  }

  #carry(near: Socket, far: Socket): void {
    let tail = '';
    far.on('data', (bytes) => {
      const read = tail + bytes.toString('latin1');
      tail = read.slice(-maxTextLength);
      for (const [text, resolve] of this.#awaited) {
        if (!read.includes(text)) continue;
        this.#awaited.delete(text);
        resolve(performance.now());
      }
    });
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#sockets.add(from);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        this.#sockets.delete(from);
        to.destroy();
      });
      from.pipe(to);
    }
  }
}

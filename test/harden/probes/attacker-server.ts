import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const prefix = '/probe/';
const headers = { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' };

/** A server on this computer that answers everything, so that only the page can be what stops a probe. */
export class AttackerServer {
  readonly #server: Server;
  /** Ids of the probes that reached it. */
  readonly reached = new Set<string>();
  /** The id of the probe that speaks another protocol than HTTP. */
  rawProbe = '';

  private constructor() {
    this.#server = createServer((request, response) => {
      this.#note(request.url);
      const isPage = request.url === '/';
      response.writeHead(200, { ...headers, 'Content-Type': isPage ? 'text/html' : 'text/javascript' });
      response.end(isPage ? '<!doctype html><title>attacked</title><body></body>' : '');
    });
    this.#server.on('upgrade', (request, socket) => {
      this.#note(request.url);
      socket.destroy();
    });
    // TURN is no HTTP, so it arrives as an error.
    this.#server.on('clientError', (_error, socket) => {
      if (this.rawProbe !== '') this.reached.add(this.rawProbe);
      socket.destroy();
    });
  }

  static async start(): Promise<AttackerServer> {
    const server = new AttackerServer();
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve));
    return server;
  }

  /** A page of the attacker, where everything is allowed. */
  get page(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
  }

  addressOf(id: string): string {
    return new URL(`${prefix}${id}`, this.page).href;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  #note(url = ''): void {
    const id = url.startsWith(prefix) ? /^[\w-]+/u.exec(url.slice(prefix.length))?.[0] : undefined;
    if (id !== undefined) this.reached.add(id);
  }
}

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server of updates. It can end answers of one file early, as a broken connection does. */
export class UpdateServer {
  readonly files = new Map<string, Buffer>();
  /** Addresses of all requests, in order. */
  readonly asked: string[] = [];
  /** The file that breaks off, and after how many bytes. */
  cut: { readonly name: string; readonly afterBytes: number } | null = null;
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      const name = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname.slice(1));
      this.asked.push(name);
      const file = this.files.get(name);
      if (file === undefined) {
        response.writeHead(404).end();
        return;
      }
      response.writeHead(200, { 'Content-Length': file.length });
      const { cut } = this;
      if (cut?.name !== name) response.end(file);
      else response.write(file.subarray(0, cut.afterBytes), () => response.destroy());
    });
  }

  static async start(): Promise<UpdateServer> {
    const server = new UpdateServer();
    await new Promise<void>((resolve) => void server.#server.listen(0, '127.0.0.1', resolve));
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}/`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

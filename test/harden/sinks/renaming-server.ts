import { once } from 'node:events';
import {
  createServer,
  request as requestFrom,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** A server between a console and a floor that gives people other names, which no floor would let them choose. */
export class RenamingServer {
  readonly #server: Server;
  readonly #floorUrl: string;
  readonly #names: ReadonlyMap<string, string>;

  private constructor(floorUrl: string, names: ReadonlyMap<string, string>) {
    this.#floorUrl = floorUrl;
    this.#names = names;
    this.#server = createServer((request, response) => {
      this.#pass(request, response).catch(() => response.destroy());
    });
  }

  /** `names`: each name as the floor writes it, and the one that the console gets. */
  static async start(floorUrl: string, names: ReadonlyMap<string, string>): Promise<RenamingServer> {
    const server = new RenamingServer(floorUrl, names);
    await once(server.#server.listen(0, '127.0.0.1'), 'listening');
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  async #pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request);
    const sent = { ...request.headers, connection: 'close', 'accept-encoding': 'identity' };
    const upstream = requestFrom(new URL(request.url ?? '/', this.#floorUrl), {
      method: request.method ?? 'GET',
      headers: sent,
    });
    upstream.on('error', () => response.destroy());
    response.once('close', () => upstream.destroy());
    upstream.once('response', (answer) => {
      void buffer(answer)
        .then((bytes) => {
          const renamed = Buffer.from(this.#renamed(bytes.toString('utf8')));
          const headers = { ...answer.headers, 'content-length': String(renamed.length) };
          Reflect.deleteProperty(headers, 'transfer-encoding');
          response.writeHead(answer.statusCode ?? 502, headers).end(renamed);
        })
        .catch(() => response.destroy());
    });
    upstream.end(body);
  }

  #renamed(json: string): string {
    return json.replaceAll(/"(?:[^"\\]|\\.)*"/gu, (found) => {
      const name = this.#names.get(found.slice(1, -1));
      return name === undefined ? found : JSON.stringify(name);
    });
  }
}

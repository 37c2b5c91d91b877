import { once } from 'node:events';
import {
  createServer,
  request as requestFrom,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Exchange, HostileAnswer } from './hostile-answer';

interface Held {
  readonly exchange: Exchange;
  /** Takes the request back from the contact centre. */
  readonly recall: () => void;
}

/** A request of the console as it left. */
export interface SentRequest {
  readonly path: string;
  readonly cookie: string;
}

/**
 * A server between the console and the contact centre. It passes everything on, until it is armed: the next request of the kind, or the
 * poll that is held, gets the hostile answer.
 */
export class HostileServer {
  readonly #server: Server;
  readonly #stranger: Server;
  readonly #floorUrl: string;
  readonly #heldPolls = new Set<Held>();
  #armed: { readonly answer: HostileAnswer; readonly taken: () => void } | null = null;
  /** The chat that hostile frames are about. */
  chatId = '';
  readonly requests: SentRequest[] = [];
  /** What a server was asked for that nobody configured. */
  readonly strangerWasAsked: string[] = [];

  private constructor(floorUrl: string) {
    this.#floorUrl = floorUrl;
    this.#server = createServer((request, response) => {
      this.#serve(request, response).catch(() => response.destroy());
    });
    this.#stranger = createServer((request, response) => {
      this.strangerWasAsked.push(`${request.method ?? ''} ${request.url ?? ''}`);
      response.end('{}');
    });
  }

  static async start(floorUrl: string): Promise<HostileServer> {
    const hostile = new HostileServer(floorUrl);
    for (const server of [hostile.#server, hostile.#stranger]) await once(server.listen(0, '127.0.0.1'), 'listening');
    return hostile;
  }

  get url(): string {
    return `http://127.0.0.1:${portOf(this.#server)}`;
  }

  /** Resolves once the answer has been given, and the console has read it or hung up. */
  arm(answer: HostileAnswer): Promise<void> {
    return new Promise((resolve) => {
      this.#armed = { answer, taken: resolve };
      const [held] = this.#heldPolls;
      if (held === undefined || answer.at !== 'poll') return;
      this.#heldPolls.delete(held);
      held.recall();
      this.#answer(held.exchange);
    });
  }

  stop(): void {
    for (const server of [this.#server, this.#stranger]) {
      server.close();
      server.closeAllConnections();
    }
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    this.requests.push({ path: request.url ?? '', cookie: request.headers.cookie ?? '' });
    const forward: Exchange['forward'] = (headers) => void this.#forward(exchange, headers);
    const strangerUrl = `http://localhost:${portOf(this.#stranger)}`;
    const exchange: Exchange = { request, body, response, strangerUrl, chatId: this.chatId, forward };
    if (this.#armed?.answer.at === kindOf(request, body)) {
      this.#answer(exchange);
      return;
    }
    const recall = this.#forward(exchange);
    if (kindOf(request, body) !== 'poll') return;
    const held = { exchange, recall };
    this.#heldPolls.add(held);
    response.once('close', () => this.#heldPolls.delete(held));
  }

  #answer(exchange: Exchange): void {
    const armed = this.#armed;
    if (armed === null) return;
    this.#armed = null;
    exchange.response.once('close', armed.taken);
    exchange.response.once('finish', armed.taken);
    armed.answer.send(exchange);
  }

  /** Returns what takes the request back. */
  #forward({ request, body, response }: Exchange, more: Parameters<Exchange['forward']>[0] = {}): () => void {
    const options = { method: request.method ?? 'GET', headers: { ...request.headers, connection: 'close' } };
    const upstream = requestFrom(new URL(request.url ?? '/', this.#floorUrl), options, (answer) => {
      response.writeHead(answer.statusCode ?? 502, withMore(answer.headers, more));
      answer.pipe(response);
    });
    let isRecalled = false;
    upstream.on('error', () => {
      if (!isRecalled) response.destroy();
    });
    response.once('close', () => upstream.destroy());
    upstream.end(body);
    return () => {
      isRecalled = true;
      upstream.destroy();
    };
  }
}

/** The cookies of the contact centre stay. */
function withMore(headers: IncomingMessage['headers'], more: Parameters<Exchange['forward']>[0]): OutgoingHttpHeaders {
  const merged = new Map<string, string | string[]>();
  for (const [name, value] of Object.entries({ ...headers, ...more })) {
    const key = name.toLowerCase();
    const own = key === 'set-cookie' ? (merged.get(key) ?? []) : [];
    if (value !== undefined) merged.set(key, key === 'set-cookie' ? [own, value].flat(2) : asWritten(value));
  }
  return Object.fromEntries(merged);
}

function asWritten(value: string | readonly string[]): string | string[] {
  return typeof value === 'string' ? value : [...value];
}

function kindOf({ method, url = '' }: IncomingMessage, body: string): HostileAnswer['at'] | null {
  if (method === 'POST' && body.includes('"/meta/connect"')) return 'poll';
  return method === 'GET' && url.includes('/contacts?') ? 'read' : null;
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

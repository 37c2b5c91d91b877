import { once } from 'node:events';
import {
  createServer,
  request as requestFrom,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Secrets } from './secrets';

/** What the servers behind accept, in place of what the console sends: their passwords are words of every text. */
export interface RealPasswords {
  readonly account: string;
  readonly provider: string;
}

const proxyUser = 'canary';

/**
 * A proxy with a password between the console and all its servers. It reads the secrets that servers make up from the traffic, and
 * exchanges the passwords of the console for those of the servers.
 */
export class ObservingProxy {
  readonly #server: Server;
  readonly #secrets: Secrets;
  readonly #real: RealPasswords;
  /** Hosts that it was asked for. */
  readonly hosts = new Set<string>();
  /** False: the proxy breaks every connection. */
  isOpen = true;
  /** False: no session is accepted any more, and no password. */
  acceptsSessions = true;

  private constructor(secrets: Secrets, real: RealPasswords) {
    this.#secrets = secrets;
    this.#real = real;
    this.#server = createServer((request, response) => {
      this.hosts.add(URL.parse(request.url ?? '')?.host ?? request.url ?? '');
      this.#serve(request, response).catch(() => response.destroy());
    });
    this.#server.on('connect', (request, socket) => {
      this.hosts.add(request.url ?? '');
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    });
  }

  static async start(secrets: Secrets, real: RealPasswords): Promise<ObservingProxy> {
    const proxy = new ObservingProxy(secrets, real);
    await once(proxy.#server.listen(0, '127.0.0.1'), 'listening');
    return proxy;
  }

  get userName(): string {
    return proxyUser;
  }

  get address(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const given = request.headers['proxy-authorization'];
    const password = this.#secrets.written('password of the proxy');
    if (!this.isOpen) response.destroy();
    else if (given !== `Basic ${Buffer.from(`${proxyUser}:${password}`).toString('base64')}`) {
      response.writeHead(407, { 'Proxy-Authenticate': 'Basic realm="Canary proxy"' }).end();
    } else if (!this.acceptsSessions) {
      response.writeHead(401, { 'Content-Type': 'application/json' }).end('{"statusCode":2}');
    } else {
      this.#secrets.observe('credentials for the proxy', given.slice('Basic '.length));
      await this.#pass(request, response);
    }
  }

  async #pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = this.#exchanged(await text(request));
    const headers = { ...request.headers, connection: 'close' };
    for (const name of ['proxy-authorization', 'content-length']) Reflect.deleteProperty(headers, name);
    if (headers.authorization !== undefined) headers.authorization = this.#authorization(headers.authorization);
    if (body !== '') headers['content-length'] = String(Buffer.byteLength(body));
    const options = { method: request.method ?? 'GET', headers };
    this.#observeBody(body);
    const upstream = requestFrom(new URL(request.url ?? '/'), options, (answer) => {
      this.#observeHeaders(answer.headers);
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.on('data', (bytes: Buffer) => {
        this.#observeBody(bytes.toString('utf8'));
      });
      answer.pipe(response);
    });
    upstream.on('error', () => response.destroy());
    response.once('close', () => upstream.destroy());
    upstream.end(body);
  }

  #exchanged(body: string): string {
    return body.replaceAll(this.#secrets.written('password at the identity provider'), this.#real.provider);
  }

  #authorization(given: string): string {
    const encoded = given.slice('Basic '.length);
    this.#secrets.observe('credentials of a request', encoded);
    const plain = Buffer.from(encoded, 'base64').toString('utf8');
    const real = plain.replace(this.#secrets.written('password'), this.#real.account);
    return `Basic ${Buffer.from(real).toString('base64')}`;
  }

  #observeHeaders(headers: IncomingMessage['headers']): void {
    const cookies = {
      JSESSIONID: 'session cookie',
      BAYEUX_BROWSER: 'stream cookie',
      gate: 'cookie of the gate',
      provider: 'cookie of the identity provider',
    } as const;
    for (const line of headers['set-cookie'] ?? []) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/u.exec(line) ?? [];
      if (name in cookies && value.length > 8) this.#secrets.observe(cookies[name as keyof typeof cookies], value);
    }
    const token = headers['x-csrf-token'];
    if (typeof token === 'string') this.#secrets.observe('CSRF token', token);
  }

  #observeBody(body: string): void {
    const [, client] = /"clientId":"([^"]{16,})"/u.exec(body) ?? [];
    if (client !== undefined) this.#secrets.observe('client id of the stream', client);
    const [, response] = /SAMLResponse(?:=|" value=")([^"&]{400})/u.exec(body) ?? [];
    // The beginning is the same for every response.
    if (response !== undefined) this.#secrets.observe('SAML response', response.slice(-48));
  }
}

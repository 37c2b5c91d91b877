import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A small web server on loopback. Opened once, closed once. */
export abstract class WebService {
  #server: Server | null = null;
  /** Set once it is open. */
  url = '';

  protected abstract serve(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void>;

  /** Listens under this host name, which has to lead to this computer. */
  async open(host: string, port = 0): Promise<void> {
    const server = createServer((request, response) => {
      this.serve(request, response, new URL(request.url ?? '/', `http://${host}`)).catch((cause: unknown) => {
        if (!response.headersSent) response.writeHead(500, { 'Content-Type': 'text/plain' });
        response.end(String(cause));
      });
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', resolve);
    });
    this.#server = server;
    this.url = `http://${host}:${String((server.address() as AddressInfo).port)}`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      if (this.#server === null) {
        resolve();
        return;
      }
      this.#server.close(() => {
        resolve();
      });
      this.#server.closeAllConnections();
    });
  }
}

export async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}

export function cookieOf(request: IncomingMessage, name: string): string | null {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return null;
}

export function sendPage(response: ServerResponse, title: string, body: string): void {
  const style = `body{font:16px system-ui;display:grid;place-content:center;min-height:90vh;gap:12px}
form{display:grid;gap:12px;width:320px}input,button{font:inherit;padding:10px}`;
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(`<!doctype html><html lang="en"><title>${title}</title><style>${style}</style>${body}</html>`);
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${String(sign.charCodeAt(0))};`);
}

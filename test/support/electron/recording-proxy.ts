import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** A proxy that lets nothing through and writes down what it was asked for. Chromium goes to loopback addresses by itself. */
export interface RecordingProxy {
  /** To start a console with. */
  readonly flags: readonly string[];
  /** Hosts that were asked for, in order. */
  readonly hosts: readonly string[];
}

export async function startRecordingProxy(): Promise<RecordingProxy> {
  const hosts: string[] = [];
  const server = createServer((request, response) => {
    hosts.push(hostOf(request));
    response.writeHead(502).end();
  });
  server.on('connect', (request, socket) => {
    hosts.push(hostOf(request));
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  return { flags: [`--proxy-server=http://127.0.0.1:${port}`], hosts };
}

function hostOf({ url = '', headers }: IncomingMessage): string {
  const host = URL.canParse(url) ? new URL(url).host : '';
  return host === '' ? (headers.host ?? url) : host;
}

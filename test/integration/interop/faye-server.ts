import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import faye from 'faye';
import type { ForeignServer } from './foreign-server';

const mount = '/api/v2/notifications';

/**
 * faye, a Bayeux server with differences: no acknowledgements, no cookies, `401` for an unknown session, and the poll response before its
 * messages.
 */
export class FayeServer implements ForeignServer {
  readonly subscribed: string[] = [];
  readonly #server: Server = createServer();
  readonly #sockets = new Set<Socket>();
  readonly #sessions = new Set<string>();
  #adapter = this.#begin();

  static async open(): Promise<FayeServer> {
    const rig = new FayeServer();
    rig.#server.on('connection', (socket: Socket) => {
      rig.#sockets.add(socket);
      socket.on('close', () => rig.#sockets.delete(socket));
    });
    await new Promise<void>((resolve) => rig.#server.listen(0, '127.0.0.1', resolve));
    return rig;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}${mount}`;
  }

  get sessionCount(): number {
    return this.#sessions.size;
  }

  async publish(channel: string, data: unknown): Promise<void> {
    await this.#adapter.getClient().publish(channel, data);
  }

  cut(): void {
    for (const socket of this.#sockets) socket.resetAndDestroy();
  }

  forgetSessions(): void {
    this.#adapter.close();
    this.#sessions.clear();
    this.#server.removeAllListeners('request');
    this.#server.removeAllListeners('upgrade');
    this.#adapter = this.#begin();
    this.cut();
  }

  async close(): Promise<void> {
    this.#adapter.close();
    this.cut();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #begin(): InstanceType<typeof faye.NodeAdapter> {
    const adapter = new faye.NodeAdapter({ mount, timeout: 2 });
    adapter.on('handshake', (clientId) => this.#sessions.add(clientId));
    adapter.on('disconnect', (clientId) => this.#sessions.delete(clientId));
    adapter.on('subscribe', (_clientId, channel) => this.subscribed.push(channel));
    adapter.attach(this.#server);
    return adapter;
  }
}

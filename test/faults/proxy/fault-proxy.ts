import { createConnection, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/**
 * Treatment of connections. `pass`: carries both ways. `refuse`: does not listen. `reset`: accepts and resets. `blackHole`: accepts and
 * carries nothing, also on open connections, like a pulled cable. `swallow`: carries requests but no responses. `cut`: breaks every
 * connection during the next response.
 */
export type LineState = 'pass' | 'refuse' | 'reset' | 'blackHole' | 'swallow' | 'cut';

interface Line {
  readonly near: Socket;
  readonly far: Socket;
}

/** A TCP proxy between a client and a server on this machine that simulates bad networks. */
export class FaultProxy {
  readonly #targetPort: number;
  readonly #lines = new Set<Line>();
  readonly #held = new Set<Socket>();
  #state: LineState = 'pass';
  #server: Server | null = null;
  #port = 0;
  /** Connections accepted so far. */
  accepted = 0;

  constructor(targetPort: number) {
    this.#targetPort = targetPort;
  }

  static async open(targetPort: number): Promise<FaultProxy> {
    const proxy = new FaultProxy(targetPort);
    await proxy.#listen();
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  get state(): LineState {
    return this.#state;
  }

  /**
   * `pass` after `blackHole` or `swallow` heals new connections only: lost data is not repeated, so an open connection stays dead, as
   * behind a router that has forgotten it.
   */
  async become(state: LineState): Promise<void> {
    this.#state = state;
    if (state === 'refuse') {
      await this.#close();
      return;
    }
    if (this.#server === null) await this.#listen();
    if (state === 'reset') this.breakLines();
    if (state === 'blackHole') for (const { near, far } of this.#lines) for (const socket of [near, far]) hold(socket);
    if (state === 'swallow') for (const { far } of this.#lines) hold(far);
  }

  /** Resets every open connection and keeps the state. */
  breakLines(): void {
    for (const { near, far } of this.#lines) for (const socket of [near, far]) socket.resetAndDestroy();
    for (const socket of this.#held) socket.resetAndDestroy();
    this.#held.clear();
  }

  async close(): Promise<void> {
    this.#state = 'refuse';
    await this.#close();
  }

  async #listen(): Promise<void> {
    const server = createServer((near) => {
      this.#accept(near);
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.#port, '127.0.0.1', resolve);
    });
    this.#server = server;
    this.#port = (server.address() as AddressInfo).port;
  }

  async #close(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    if (server === null) return;
    const closed = new Promise((resolve) => server.close(resolve));
    this.breakLines();
    await closed;
  }

  #accept(near: Socket): void {
    this.accepted += 1;
    near.on('error', () => undefined);
    if (this.#state === 'reset' || this.#state === 'refuse') {
      near.resetAndDestroy();
      return;
    }
    if (this.#state === 'blackHole') {
      near.pause();
      this.#held.add(near);
      near.once('close', () => this.#held.delete(near));
      return;
    }
    this.#connect(near);
  }

  #connect(near: Socket): void {
    const far = createConnection({ port: this.#targetPort, host: '127.0.0.1' });
    far.on('error', () => undefined);
    const line = { near, far };
    this.#lines.add(line);
    near.on('data', (bytes: Buffer) => far.write(bytes));
    far.on('data', (bytes: Buffer) => {
      if (this.#state === 'swallow') return;
      if (this.#state === 'cut') this.#cut(line, bytes);
      else near.write(bytes);
    });
    // A dead connection sends nothing, not even its end.
    near.once('close', () => {
      this.#lines.delete(line);
      far.destroy();
    });
    far.once('close', () => {
      if (this.#state === 'pass' || this.#state === 'cut') near.destroy();
    });
  }

  #cut({ near, far }: Line, bytes: Buffer): void {
    near.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => {
      near.resetAndDestroy();
      far.destroy();
    });
    far.pause();
  }
}

function hold(socket: Socket): void {
  socket.pause();
}

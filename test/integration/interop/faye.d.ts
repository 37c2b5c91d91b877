/** The part of faye's server that is used here; it has no declarations. */
declare module 'faye' {
  import type { Server } from 'node:http';

  export class NodeAdapter {
    constructor(options: { readonly mount: string; readonly timeout: number });
    attach(server: Server): void;
    getClient(): { publish(channel: string, data: unknown): PromiseLike<unknown> };
    on(event: 'handshake' | 'disconnect', listener: (clientId: string) => void): void;
    on(event: 'subscribe', listener: (clientId: string, channel: string) => void): void;
    close(): void;
  }

  const faye: { readonly NodeAdapter: typeof NodeAdapter };
  export default faye;
}

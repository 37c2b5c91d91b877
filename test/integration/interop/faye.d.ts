/** The little of faye's server side that is used here; it brings no declarations of its own. */
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

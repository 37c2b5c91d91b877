import type { VirtualEndpoint, WireAnswer, WireRequest } from './virtual-endpoint';

/**
 * Which address issued each secret: session cookies, CSRF tokens, ids of stream sessions. A secret sent to another address was mixed up.
 */
export class AddressSecrets {
  mixedUp = 0;
  readonly #givenBy = new Map<string, VirtualEndpoint>();

  note({ headers, text }: WireAnswer, door: VirtualEndpoint): void {
    const cookie = headers['set-cookie']?.split('=')[1];
    const token = headers['x-csrf-token'];
    const clientId = /"clientId":"([^"]+)"/.exec(text.slice(0, 500))?.[1];
    for (const secret of [cookie, token, clientId]) if (secret !== undefined) this.#givenBy.set(secret, door);
  }

  check({ headers, body }: WireRequest, door: VirtualEndpoint): void {
    const cookie = headers['cookie']?.split('=')[1];
    const clientId = /"clientId":"([^"]+)"/.exec(body?.slice(0, 500) ?? '')?.[1];
    for (const secret of [cookie, headers['x-csrf-token'], clientId]) {
      const owner = secret === undefined ? undefined : this.#givenBy.get(secret);
      if (owner !== undefined && owner !== door) this.mixedUp += 1;
    }
  }
}

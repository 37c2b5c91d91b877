import type { Quirks } from './quirks';

/** What the JSON depends on besides its content. Quirks may be switched at run time. */
export interface WireFormat {
  readonly quirks: Quirks;
  /** Origin of the server as the client reaches it, without a trailing slash. */
  readonly origin: string;
}

const BALANCER = 'http://gws-balancer.example.net:8090';

export function uriOf(dialect: WireFormat, path: string): string {
  return `${dialect.quirks.foreignUriHost ? BALANCER : dialect.origin}/api/v2${path}`;
}

/** Returns `uri` and `path` of a resource, as far as this server prints them. */
export function reference(dialect: WireFormat, path: string): { uri?: string; path?: string } {
  return {
    ...(dialect.quirks.omitUri ? {} : { uri: uriOf(dialect, path) }),
    ...(dialect.quirks.omitPath ? {} : { path }),
  };
}

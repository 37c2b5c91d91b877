import type { ConnectionReason, Disposer, Result, SentenceValues } from '../../preload/contract';

/** What this computer knows about the way to a server. */
export interface NetworkLookup {
  /** Returns how many addresses a host has; 0 if there is no such host. Rejects if it could not be found out. */
  addressCount(host: string): Promise<number>;
  /** Returns host and port of the proxy for an address; `null` for a direct connection. */
  proxyFor(url: string): Promise<string | null>;
}

/** Asks a server without credentials, over connections and cookies of its own. */
export interface ServerProbe {
  /** Returns the version, or `null` if the server does not name it; fails if it is not one of ours. */
  version(): Promise<Result<string | null>>;
  signInMethod(): Promise<Result<'password' | 'page'>>;
  close(): Promise<void>;
}

/** What the server's session shows. */
export interface SessionTraits {
  /** False: the server requires the credentials with every request. */
  readonly keepsCookies: boolean;
  /** True: the server gives a token against forged requests. */
  readonly usesToken: boolean;
}

/** The stream in use, as it was observed. Times are epoch milliseconds. */
export interface StreamFacts {
  /** Since when the stream is subscribed; `null` while it is not. */
  readonly subscribedAt: number | null;
  readonly pollCount: number;
  /** Milliseconds that the server held the last poll; `null` before the second one. */
  readonly lastHeldMs: number | null;
  /** Last message other than those about the stream itself; `null` before the first. */
  readonly lastEventAt: number | null;
  /** Why the stream is interrupted; `null` while it is not. */
  readonly problem: { readonly reason: ConnectionReason; readonly values?: SentenceValues } | null;
}

/** The connection of the open session. */
export interface SessionLink {
  readonly baseUrl: string;
  /** Asks for the account with what the session has. Fails with `session.expired` if the server does not know it. */
  traits(): Promise<Result<SessionTraits>>;
  readonly stream: {
    facts(): StreamFacts;
    /** Calls back after each change of the facts. */
    subscribe(listener: () => void): Disposer;
  };
}

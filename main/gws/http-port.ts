import type { SentenceValues, NetworkProblem } from '../../preload/contract';

/** Why no usable HTTP response arrived: as fine as the supervisor or an administrator can act on it. */
export type HttpFailureKind =
  | 'dns'
  | 'refused'
  | 'unreachable'
  | 'reset'
  | 'timeout'
  | 'aborted'
  | 'certificate'
  | NetworkProblem
  | 'proxy'
  | 'redirect'
  | 'tooLarge'
  | 'other';

/** Thrown by an `Http` adapter instead of its platform's errors. */
export class HttpFailure extends Error {
  override readonly name = 'HttpFailure';
  readonly kind: HttpFailureKind;
  /** True if the server certainly did not get the whole request, so that repeating it cannot execute it twice. */
  readonly isCertainlyNotSent: boolean;
  /** Values for the sentence of the kind. */
  readonly values: SentenceValues;

  constructor(kind: HttpFailureKind, isCertainlyNotSent: boolean, cause?: unknown, values: SentenceValues = {}) {
    super(`HTTP exchange failed: ${kind}`, { cause });
    this.kind = kind;
    this.isCertainlyNotSent = isCertainlyNotSent;
    this.values = values;
  }
}

export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly signal: AbortSignal | null;
  /**
   * True for a POST that the server may receive twice without harm, such as those of the stream. Any other POST uses
   * a new connection: network stacks repeat a request when a reused connection breaks (observed: seven times).
   */
  readonly mayRepeat?: boolean;
}

export interface HttpResponse {
  readonly status: number;
  /** Case-insensitive; `null` when absent. */
  header(name: string): string | null;
  /**
   * Returns the whole body, decoded from the declared charset (default UTF-8). Rejects with `HttpFailure` if it is
   * cut off.
   */
  text(): Promise<string>;
}

/** A sign-in on the server's own page, or on that of the identity provider that the server redirects to. */
export interface SignInPageRequest {
  /** Address of the account, which the server answers once its session exists. */
  readonly url: string;
  /** True: the page stays hidden for a few seconds, because the provider may still know the person. */
  readonly isQuiet: boolean;
}

/**
 * `signedIn`: this port now has the cookies of the server's session. `notOffered`: the server shows no sign-in page.
 * `unreachable`: the page could not be loaded. `hostRefused`: the policy forbids the host of a page.
 */
export type SignInPageEnd =
  | { readonly kind: 'signedIn' | 'givenUp' | 'notOffered' | 'unreachable' }
  | { readonly kind: 'hostRefused'; readonly host: string };

/**
 * HTTP client for one server, similar to `fetch`. It keeps all cookies in memory and returns them (JSESSIONID,
 * BAYEUX_BROWSER, balancer cookies). It never follows a redirect: a 3xx is an ordinary response. Production uses
 * Electron's session (`main/electron/http.ts`: system proxy and certificates), plain Node uses `fetch` with a cookie
 * jar.
 */
export interface Http {
  send(request: HttpRequest): Promise<HttpResponse>;
  /**
   * Closes the idle connections of reads and the stream, but keeps the cookies. After sleep or a network change they
   * may be dead, and each would cost one request its deadline.
   */
  closeIdleConnections?(): Promise<void>;
  /**
   * Opens the server's sign-in page in a window of its own. Resolves with `givenUp` when the window is closed or the
   * port has to `forget`. Absent where there are no windows.
   */
  signInOnPage?(request: SignInPageRequest): Promise<SignInPageEnd>;
  /**
   * Opens the page that ends the session at the identity provider, without showing it. Does nothing if none is known for this server.
   * Call it before `forget`. Absent where there are no windows.
   */
  signOutOnPage?(serverUrl: string): Promise<void>;
  /** Deletes all cookies, also those of a sign-in page, which it closes, and closes all connections. */
  forget(): Promise<void>;
}

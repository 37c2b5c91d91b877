/** Why no usable HTTP answer came. `certificate` and `dns` are told apart because the supervisor can do something about them. */
export type HttpFailureKind =
  | 'dns'
  | 'refused'
  | 'unreachable'
  | 'reset'
  | 'timeout'
  | 'aborted'
  | 'certificate'
  | 'proxy'
  | 'redirect'
  | 'tooLarge'
  | 'other';

/** Thrown by an `Http` adapter instead of whatever its platform throws. */
export class HttpFailure extends Error {
  override readonly name = 'HttpFailure';
  readonly kind: HttpFailureKind;
  /** True when it is certain that the server never got the whole request, so that sending again cannot do it twice. */
  readonly isCertainlyNotSent: boolean;

  constructor(kind: HttpFailureKind, isCertainlyNotSent: boolean, cause?: unknown) {
    super(`HTTP exchange failed: ${kind}`, { cause });
    this.kind = kind;
    this.isCertainlyNotSent = isCertainlyNotSent;
  }
}

export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly signal: AbortSignal | null;
  /**
   * True for a POST that the server may meet twice without harm, as the stream's own. Any other POST goes over a connection nobody
   * used before: on a kept one that breaks, network stacks send the request again by themselves (seen: seven times).
   */
  readonly mayRepeat?: boolean;
}

export interface HttpResponse {
  readonly status: number;
  /** Case-insensitive; `null` when absent. */
  header(name: string): string | null;
  /** The whole body, decoded once, after its last byte, from the charset it declares (UTF-8 where it declares none). Rejects with `HttpFailure` when it is cut off. */
  text(): Promise<string>;
}

/**
 * One server's HTTP, fetch-shaped. Keeps every cookie it is given and returns it (JSESSIONID, BAYEUX_BROWSER, balancer cookies),
 * in memory only. Never follows a redirect: a 3xx is an answer like any other. Electron's session carries it in production
 * (`main/electron/http.ts`: system proxy, certificates of the operating system), Node's fetch with a jar in plain Node.
 */
export interface Http {
  send(request: HttpRequest): Promise<HttpResponse>;
  /**
   * Lets go of the connections that are kept for reads and the stream, cookies untouched. After sleep or on another network
   * they may be dead without a word, and each would be found out by a request that waits for nothing.
   */
  closeIdleConnections?(): Promise<void>;
  /** Forgets all cookies and drops pooled connections. */
  forget(): Promise<void>;
}

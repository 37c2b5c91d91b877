import type { Clock } from '../base/clock';
import type { Logger } from '../base/log';
import type { HttpResponse, SignInPageEnd, SignInPageRequest } from '../gws/http-port';
import { readRestResponse } from '../gws/session/api-response';
import { isSecureAddress } from '../base/secure-address';
import { decodeAccount } from '../gws/wire/account';

/** What the window of a sign-in page reports. */
export interface SignInWindowEvents {
  /** A page was loaded. `status`: that of its HTTP response. */
  onArrived(url: string, status: number): void;
  /** The window wanted a page that it may not open; it stays where it is. */
  onRefused(url: string): void;
  onFailed(): void;
  /** The person closed the window. */
  onClosed(): void;
}

export interface SignInWindow {
  load(url: string): void;
  /** Shows the host of the page in the title. */
  showHost(host: string): void;
  show(): void;
  close(): void;
}

/** Windows and cookies of sign-in pages, apart from everything else; the port of `main/electron`. */
export interface SignInBrowser {
  /** Opens a hidden window. It opens no page for which `mayOpen` returns false. */
  open(events: SignInWindowEvents, mayOpen: (url: string) => boolean): SignInWindow;
  /** Sends a GET request with the cookies of the pages. */
  ask(url: string): Promise<HttpResponse>;
  /** Gives the cookies for this address to the requests of main. */
  handOver(url: string): Promise<void>;
}

export interface SignInPageOptions {
  readonly browser: SignInBrowser;
  readonly clock: Clock;
  readonly log: Logger;
  /** Returns whether the policy lets a sign-in page be on this host. The server's own always may. */
  readonly isHostAllowed: (host: string) => boolean;
}

/** Returns whether a window may open a page: https, or on this computer, and on the host of one of these or one that is allowed. */
export function mayOpenPage(
  page: string,
  own: readonly string[],
  isHostAllowed: SignInPageOptions['isHostAllowed'],
): boolean {
  if (!isSecureAddress(page)) return false;
  const { hostname } = new URL(page);
  return own.some((one) => new URL(one).hostname === hostname) || isHostAllowed(hostname);
}

/** Milliseconds in which a provider that knows the person has redirected back. */
const quietMs = 5_000;

/**
 * One sign-in on the server's page.
 *
 * 1. The window opens the address of the account; the server itself redirects to its identity provider.
 * 2. After every page, the server is asked for the account with the cookies of the window. Once it answers, those for
 *    its address are handed over and the window closes.
 * 3. A quiet sign-in stays hidden for some seconds, because the provider may still know the person.
 * 4. Pages are https, or on this computer, and on hosts that the policy allows.
 */
export class SignInOnPage {
  readonly #request: SignInPageRequest;
  readonly #options: SignInPageOptions;
  readonly #window: SignInWindow;
  readonly #disposeQuiet: () => void;
  readonly ended: Promise<SignInPageEnd>;
  #resolve: (end: SignInPageEnd) => void = () => undefined;
  #isOver = false;
  #isAsking = false;
  #mustAskAgain = false;

  constructor(request: SignInPageRequest, options: SignInPageOptions) {
    const { browser, clock } = options;
    this.ended = new Promise((resolve) => {
      this.#resolve = resolve;
    });
    this.#request = request;
    this.#options = options;
    this.#window = browser.open(
      {
        onArrived: (url, status) => {
          this.#arrived(url, status);
        },
        onRefused: (url) => {
          this.#refused(url);
        },
        onFailed: () => {
          this.#end({ kind: 'unreachable' });
        },
        onClosed: () => {
          this.#end({ kind: 'givenUp' });
        },
      },
      (page) => mayOpenPage(page, [request.url], options.isHostAllowed),
    );
    this.#disposeQuiet = request.isQuiet ? clock.after(quietMs, () => this.#window.show()) : () => undefined;
    if (!request.isQuiet) this.#window.show();
    this.#window.load(request.url);
  }

  cancel(): void {
    this.#end({ kind: 'givenUp' });
  }

  #arrived(url: string, status: number): void {
    this.#window.showHost(URL.parse(url)?.host ?? '');
    // The server refused without a page: it wants a password, which never goes into a page.
    const isRefused = url === this.#request.url && status === 401;
    void this.#ask(isRefused);
  }

  #refused(url: string): void {
    const { log } = this.#options;
    if (!/^https?:/i.test(url)) {
      log.warn('sign-in page wanted to open something other than a web page');
    } else if (isSecureAddress(url)) {
      this.#end({ kind: 'hostRefused', host: new URL(url).hostname });
    } else {
      log.warn('sign-in page is not secure');
      this.#end({ kind: 'unreachable' });
    }
  }

  async #ask(isRefused: boolean): Promise<void> {
    this.#mustAskAgain = this.#isAsking;
    if (this.#isAsking || this.#isOver) return;
    this.#isAsking = true;
    const isSignedIn = await this.#isSignedIn();
    this.#isAsking = false;
    if (this.#hasEnded()) return;
    if (isSignedIn) await this.#handOver();
    else if (isRefused) this.#end({ kind: 'notOffered' });
    else if (this.#mustAskAgain) await this.#ask(false);
  }

  /** Evaluated again after an await. */
  #hasEnded(): boolean {
    return this.#isOver;
  }

  async #isSignedIn(): Promise<boolean> {
    const { browser, clock } = this.#options;
    try {
      const response = await browser.ask(this.#request.url);
      const answer = readRestResponse(response, await response.text(), clock.now());
      return answer.kind === 'ok' && decodeAccount(answer.body) !== null;
    } catch {
      return false;
    }
  }

  async #handOver(): Promise<void> {
    const { browser, log } = this.#options;
    try {
      await browser.handOver(this.#request.url);
      this.#end({ kind: 'signedIn' });
    } catch (cause) {
      log.error('cookies of the sign-in page could not be taken over', { cause });
      this.#end({ kind: 'unreachable' });
    }
  }

  #end(end: SignInPageEnd): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#disposeQuiet();
    this.#window.close();
    this.#options.log.info('sign-in page closed', { end: end.kind });
    this.#resolve(end);
  }
}

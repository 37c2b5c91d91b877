import type { Clock, Disposer } from '../base/clock';
import { mayOpenPage, type SignInPageOptions, type SignInWindow } from './sign-in-page';

type SignOutPageOptions = Pick<SignInPageOptions, 'browser' | 'clock' | 'isHostAllowed'>;

export interface SignOutPageRequest {
  /** The page that ends the session, of the identity provider or of the server. */
  readonly url: string;
  readonly serverUrl: string;
}

/** Milliseconds without another page, after which the sign-out counts as finished. */
const settledMs = 1_000;
/** Milliseconds. Quitting waits for it, and has six seconds for everything. */
const longestMs = 3_000;

/**
 * Opens the page that ends the session at the identity provider, in a hidden window with the cookies of the sign-in page.
 * Providers lead through several pages, which submit themselves. Returns whether the last of them loaded without an error; what
 * it says is not read, so whether the session ended is not known.
 */
export function openSignOutPage(request: SignOutPageRequest, options: SignOutPageOptions): Promise<boolean> {
  return new Promise((resolve) => {
    new SignOutPage(request, options, resolve).load();
  });
}

class SignOutPage {
  readonly #url: string;
  readonly #clock: Clock;
  readonly #window: SignInWindow;
  readonly #resolve: (hasLoaded: boolean) => void;
  #hasLoaded = false;
  #isOver = false;
  #disposeSettled: Disposer = () => undefined;
  readonly #disposeLongest: Disposer;

  constructor(
    { url, serverUrl }: SignOutPageRequest,
    { browser, clock, isHostAllowed }: SignOutPageOptions,
    resolve: (hasLoaded: boolean) => void,
  ) {
    this.#url = url;
    this.#clock = clock;
    this.#resolve = resolve;
    const failed = (): void => {
      this.#end(false);
    };
    this.#window = browser.open(
      {
        onArrived: (_page, status) => {
          this.#arrived(status);
        },
        onRefused: failed,
        onFailed: failed,
        onClosed: failed,
      },
      (page) => mayOpenPage(page, [url, serverUrl], isHostAllowed),
    );
    this.#disposeLongest = clock.after(longestMs, () => {
      this.#end(this.#hasLoaded);
    });
  }

  load(): void {
    this.#window.load(this.#url);
  }

  #arrived(status: number): void {
    this.#hasLoaded = status < 400;
    this.#disposeSettled();
    this.#disposeSettled = this.#clock.after(settledMs, () => {
      this.#end(this.#hasLoaded);
    });
  }

  #end(hasLoaded: boolean): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#disposeSettled();
    this.#disposeLongest();
    this.#window.close();
    this.#resolve(hasLoaded);
  }
}

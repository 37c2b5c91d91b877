import type { Clock, Disposer } from '../base/clock';
import { isSecureAddress } from '../base/secure-address';
import type { SignInPageOptions, SignInWindow } from './sign-in-page';

type SignOutPageOptions = Pick<SignInPageOptions, 'browser' | 'clock' | 'isHostAllowed'>;

/** Milliseconds without a further page, after which the way through provider and server counts as finished. */
const settledMs = 1_000;
/** Milliseconds. Signing out does not wait longer for a provider. */
const longestMs = 8_000;

/**
 * Opens the page that ends the session at the identity provider, in a hidden window with the cookies of the sign-in page.
 * Providers lead through several pages, which submit themselves. Returns whether the last of them loaded without an error; what
 * it says is not read. Pages are https, or on this computer, and on the host of that page or one that the policy allows.
 */
export function signOutOnPage(url: string, options: SignOutPageOptions): Promise<boolean> {
  return new Promise((resolve) => {
    new SignOutPage(url, options, resolve).load();
  });
}

class SignOutPage {
  readonly #url: string;
  readonly #clock: Clock;
  readonly #window: SignInWindow;
  readonly #resolve: (isDone: boolean) => void;
  #isDone = false;
  #isOver = false;
  #disposeSettled: Disposer = () => undefined;
  readonly #disposeLongest: Disposer;

  constructor(url: string, { browser, clock, isHostAllowed }: SignOutPageOptions, resolve: (isDone: boolean) => void) {
    this.#url = url;
    this.#clock = clock;
    this.#resolve = resolve;
    const ownHost = new URL(url).hostname;
    this.#window = browser.open(
      {
        onArrived: (_page, status) => {
          this.#arrived(status);
        },
        onRefused: () => {
          this.#end(false);
        },
        onFailed: () => {
          this.#end(false);
        },
        onClosed: () => {
          this.#end(false);
        },
      },
      (page) => {
        if (!isSecureAddress(page)) return false;
        const { hostname } = new URL(page);
        return hostname === ownHost || isHostAllowed(hostname);
      },
    );
    this.#disposeLongest = clock.after(longestMs, () => {
      this.#end(this.#isDone);
    });
  }

  load(): void {
    this.#window.load(this.#url);
  }

  #arrived(status: number): void {
    this.#isDone = status < 400;
    this.#disposeSettled();
    this.#disposeSettled = this.#clock.after(settledMs, () => {
      this.#end(this.#isDone);
    });
  }

  #end(isDone: boolean): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#disposeSettled();
    this.#disposeLongest();
    this.#window.close();
    this.#resolve(isDone);
  }
}

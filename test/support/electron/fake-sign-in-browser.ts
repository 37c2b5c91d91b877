import type { HttpResponse } from '../../../main/gws/http-port';
import type { SignInBrowser, SignInWindow, SignInWindowEvents } from '../../../main/session/sign-in-page';

/**
 * A browser with one window and the cookies of its pages: `visit` is what a person or a redirect does in it. The server
 * answers for the account once `isSignedIn`.
 */
export class FakeSignInBrowser implements SignInBrowser {
  isSignedIn = false;
  isServerReachable = true;
  canHandOver = true;
  /** What the server answers with a session; a test may change it. */
  account: unknown = { statusCode: 0, user: { id: 'u1', userName: 'sam' } };
  readonly handedOver: string[] = [];
  window: 'none' | 'hidden' | 'shown' | 'closed' = 'none';
  host = '';
  url = '';
  #events: SignInWindowEvents | null = null;
  #mayOpen: (url: string) => boolean = () => false;

  open(events: SignInWindowEvents, mayOpen: (url: string) => boolean): SignInWindow {
    this.#events = events;
    this.#mayOpen = mayOpen;
    this.window = 'hidden';
    return {
      load: (url) => {
        this.url = url;
      },
      showHost: (host) => {
        this.host = host;
      },
      show: () => {
        if (this.window === 'hidden') this.window = 'shown';
      },
      close: () => {
        this.window = 'closed';
        events.onClosed();
      },
    };
  }

  ask(): Promise<HttpResponse> {
    if (!this.isServerReachable) return Promise.reject(new Error('unreachable'));
    const body = this.isSignedIn ? this.account : { statusCode: 20 };
    return Promise.resolve({
      status: this.isSignedIn ? 200 : 401,
      header: () => null,
      text: () => Promise.resolve(JSON.stringify(body)),
    });
  }

  handOver(url: string): Promise<void> {
    if (!this.canHandOver) return Promise.reject(new Error('disk full'));
    this.handedOver.push(url);
    return Promise.resolve();
  }

  /** The window goes to a page, if it may. */
  visit(url: string, status = 200): void {
    if (!this.#mayOpen(url)) {
      this.#events?.onRefused(url);
      return;
    }
    this.url = url;
    this.#events?.onArrived(url, status);
  }

  fail(): void {
    this.#events?.onFailed();
  }

  /** The person closes the window. */
  close(): void {
    this.window = 'closed';
    this.#events?.onClosed();
  }
}

import type { SignInPageEnd, SignInPageRequest } from '../../../main/gws/http-port';
import type { FakeAnswer } from './fake-gws';

/**
 * A login page in front of the server, with an identity provider behind it. No one gets past it without having signed
 * in there; `close` ends what was granted.
 */
export class FakeLoginPage {
  /** What opening the page leads to. */
  outcome: SignInPageEnd = { kind: 'signedIn' };
  /** The page is held open until `finish`. */
  isWaiting = false;
  /** Requests that read the server's version are not stopped. */
  isVersionOpen = true;
  how: 'redirect' | 'page' = 'redirect';
  readonly opened: SignInPageRequest[] = [];
  /** The session at the provider: it begins with a sign-in and ends with `signOut`. */
  isKnown = false;
  #isGranted = false;
  #finish: (end: SignInPageEnd) => void = () => undefined;

  stops(path: string): boolean {
    return !this.#isGranted && !(this.isVersionOpen && path === '/diagnostics/version');
  }

  answer(): FakeAnswer {
    return this.how === 'redirect'
      ? { status: 302, headers: { location: 'https://login.example.com/saml?RelayState=%2Fapi%2Fv2%2Fme' } }
      : { body: '<!doctype html><form method="post"><input name="user"></form>' };
  }

  async open(request: SignInPageRequest): Promise<SignInPageEnd> {
    this.opened.push(request);
    const end = this.isWaiting ? await new Promise<SignInPageEnd>((resolve) => (this.#finish = resolve)) : this.outcome;
    this.#isGranted = end.kind === 'signedIn';
    this.isKnown ||= this.#isGranted;
    return end;
  }

  finish(end: SignInPageEnd = this.outcome): void {
    this.#finish(end);
  }

  signOut(): void {
    this.isKnown = false;
  }

  close(): void {
    this.#isGranted = false;
  }
}

import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import samlp from 'samlp';
import type { SigningPair } from './signing-pair';
import { WebService, cookieOf, escapeHtml, readForm, sendPage } from './web';

export interface ProviderAccounts {
  /** Returns whether this person may sign in with this password. */
  check(userName: string, password: string): boolean;
}

/** An identity provider that speaks SAML 2.0: a sign-in page, a session of its own, signed responses. */
export class IdentityProvider extends WebService {
  readonly #pair: SigningPair;
  readonly #accounts: ProviderAccounts;
  readonly #sessions = new Map<string, string>();
  #acsUrl = '';
  /** How many sign-in pages were shown. */
  pagesShown = 0;

  constructor(pair: SigningPair, accounts: ProviderAccounts) {
    super();
    this.#pair = pair;
    this.#accounts = accounts;
  }

  /** `acsUrl`: where the service takes responses. Set it before the first sign-in. */
  sendResponsesTo(acsUrl: string): void {
    this.#acsUrl = acsUrl;
  }

  get sessionCount(): number {
    return this.#sessions.size;
  }

  /** Forgets everyone, so that the page asks for the password again. */
  endSessions(): void {
    this.#sessions.clear();
  }

  protected async serve(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const known = this.#sessions.get(cookieOf(request, 'provider') ?? '');
    if (url.pathname === '/logout') {
      this.#sessions.delete(cookieOf(request, 'provider') ?? '');
      sendPage(response, 'Identity provider', '<h1>You are signed out</h1>');
    } else if (url.pathname !== '/sso') {
      response.writeHead(404).end();
    } else if (request.method === 'POST') {
      await this.#signIn(response, url, await readForm(request));
    } else if (known === undefined) {
      this.#showPage(response, url, '');
    } else {
      await this.#respond(response, url, known);
    }
  }

  async #signIn(response: ServerResponse, url: URL, form: URLSearchParams): Promise<void> {
    const userName = form.get('user') ?? '';
    if (!this.#accounts.check(userName, form.get('password') ?? '')) {
      this.#showPage(response, url, 'Wrong name or password.');
      return;
    }
    const id = randomUUID();
    this.#sessions.set(id, userName);
    response.setHeader('Set-Cookie', `provider=${id}; Path=/; HttpOnly; SameSite=Lax`);
    await this.#respond(response, url, userName);
  }

  #showPage(response: ServerResponse, url: URL, problem: string): void {
    this.pagesShown += 1;
    sendPage(
      response,
      'Identity provider',
      `<h1>Identity provider</h1><p>${escapeHtml(problem)}</p>
<form method="post" action="${escapeHtml(url.pathname + url.search)}">
<input name="user" placeholder="Name" autofocus><input name="password" type="password" placeholder="Password">
<button>Continue</button></form>`,
    );
  }

  async #respond(response: ServerResponse, url: URL, userName: string): Promise<void> {
    const signed = await this.#samlResponse(url.searchParams.get('SAMLRequest') ?? '', userName);
    const field = (name: string, value: string): string =>
      `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`;
    sendPage(
      response,
      'Identity provider',
      `<form method="post" action="${escapeHtml(this.#acsUrl)}">${field('SAMLResponse', signed)}
${field('RelayState', url.searchParams.get('RelayState') ?? '')}<noscript><button>Continue</button></noscript></form>
<script>document.forms[0].submit()</script>`,
    );
  }

  #samlResponse(samlRequest: string, userName: string): Promise<string> {
    const acsUrl = this.#acsUrl;
    return new Promise((resolve, reject) => {
      const answer = samlp.auth({
        issuer: 'practice-identity-provider',
        ...this.#pair,
        signResponse: true,
        destination: acsUrl,
        recipient: acsUrl,
        getPostURL: (_audience, _request, _incoming, callback) => {
          callback(null, acsUrl);
        },
        getUserFromRequest: () => ({
          id: userName,
          displayName: userName,
          emails: [{ value: `${userName}@example.com` }],
          name: { givenName: userName, familyName: userName },
        }),
        responseHandler: (signed) => {
          resolve(signed.toString('base64'));
        },
      });
      answer({ method: 'GET', query: { SAMLRequest: samlRequest } }, {}, reject);
    });
  }
}

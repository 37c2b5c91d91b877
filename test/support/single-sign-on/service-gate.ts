import { randomUUID } from 'node:crypto';
import { request as send, type IncomingMessage, type ServerResponse } from 'node:http';
import { SAML, ValidateInResponseTo } from '@node-saml/node-saml';
import { WebService, cookieOf, readForm } from './web';

export interface GateOptions {
  /** The server behind the gate. */
  readonly floorUrl: string;
  /** Address of the identity provider; known only once it listens. */
  readonly entryPoint: () => string;
  readonly providerCert: string;
  /** Returns the password that the server behind has for a person whom the provider knows. */
  readonly passwordOf: (userName: string) => string;
  /** True: `/diagnostics/version` is behind the gate as well. */
  readonly isVersionBehind?: boolean;
}

/**
 * What stands in front of a server with single sign-on: without a session of its own, every request is redirected to
 * the identity provider. Once that has confirmed a person, the gate signs them in at the server behind and passes
 * everything on. It records every Authorization header it was sent, as proof that there was none.
 */
export class ServiceGate extends WebService {
  readonly #options: GateOptions;
  /** Ids of the gate's own sessions. */
  readonly #sessions = new Set<string>();
  readonly authorizations: string[] = [];
  /** How often the provider confirmed a person. */
  signIns = 0;
  #saml: SAML | null = null;

  constructor(options: GateOptions) {
    super();
    this.#options = options;
  }

  get acsUrl(): string {
    return `${this.url}/saml/acs`;
  }

  get sessionCount(): number {
    return this.#sessions.size;
  }

  get signOutPage(): string {
    return `${this.url}/saml/logout`;
  }

  /** Ends every session of the gate, as if it had expired. */
  endSessions(): void {
    this.#sessions.clear();
  }

  protected async serve(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const { authorization } = request.headers;
    if (authorization !== undefined) this.authorizations.push(authorization);
    const isOpen = url.pathname === '/api/v2/diagnostics/version' && this.#options.isVersionBehind !== true;
    if (url.pathname === '/saml/logout') this.#leave(request, response);
    else if (url.pathname === '/saml/acs') await this.#consume(request, response);
    else if (isOpen || this.#sessions.has(cookieOf(request, 'gate') ?? '')) this.#passOn(request, response);
    else await this.#redirect(response);
  }

  /** Ends the gate's session and goes on to the provider, as a service does that starts a single logout. */
  #leave(request: IncomingMessage, response: ServerResponse): void {
    this.#sessions.delete(cookieOf(request, 'gate') ?? '');
    response.writeHead(302, { Location: new URL('/logout', this.#options.entryPoint()).href }).end();
  }

  async #redirect(response: ServerResponse): Promise<void> {
    const location = await this.#service().getAuthorizeUrlAsync('/api/v2/me', undefined, {});
    response.writeHead(302, { Location: location, 'Cache-Control': 'no-store' }).end();
  }

  async #consume(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = await readForm(request);
    const { profile } = await this.#service().validatePostResponseAsync({
      SAMLResponse: form.get('SAMLResponse') ?? '',
    });
    if (profile === null) throw new Error('the provider confirmed no person');
    this.signIns += 1;
    const id = randomUUID();
    this.#sessions.add(id);
    const cookies = [`gate=${id}; Path=/; HttpOnly; SameSite=Lax`, ...(await this.#enter(profile.nameID))];
    response.writeHead(302, { Location: '/api/v2/me', 'Set-Cookie': cookies }).end();
  }

  /** Signs the person in behind the gate. Returns the cookies of that session. */
  async #enter(userName: string): Promise<readonly string[]> {
    const basic = Buffer.from(`${userName}:${this.#options.passwordOf(userName)}`).toString('base64');
    const entered = await fetch(`${this.#options.floorUrl}/api/v2/me`, {
      headers: { Authorization: `Basic ${basic}` },
    });
    if (!entered.ok) throw new Error(`the server behind refused ${userName}`);
    return entered.headers.getSetCookie();
  }

  #passOn(request: IncomingMessage, response: ServerResponse): void {
    const target = new URL(request.url ?? '/', this.#options.floorUrl);
    const onward = send(target, { method: request.method, headers: { ...request.headers, host: target.host } });
    onward.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    response.on('close', () => onward.destroy());
    request.pipe(onward);
  }

  #service(): SAML {
    return (this.#saml ??= new SAML({
      callbackUrl: this.acsUrl,
      entryPoint: this.#options.entryPoint(),
      issuer: this.url,
      audience: this.url,
      idpCert: this.#options.providerCert,
      wantAssertionsSigned: true,
      wantAuthnResponseSigned: true,
      validateInResponseTo: ValidateInResponseTo.always,
    }));
  }
}

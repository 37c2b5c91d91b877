import type { AuthInfo } from 'electron/main';
import { HttpFailure } from '../../gws/http-port';
import {
  addressOf,
  shownRealm,
  type ProxyCredentials,
  type ProxyIdentity,
  type ProxySignIn,
} from '../../network/proxy-sign-in';

type Respond = (userName?: string, password?: string) => void;

/**
 * One request on its way through a proxy that may require a sign-in. It gives known credentials once; a proxy that asks
 * again has refused them. Servers get none: the contact-centre session signs in, and gets their 401 unchanged.
 */
export class ProxyVisit {
  readonly #signIn: Pick<ProxySignIn, 'credentialsFor' | 'refused'>;
  #used: ProxyCredentials | null = null;
  #unmet: ProxyIdentity | null = null;

  constructor(signIn: Pick<ProxySignIn, 'credentialsFor' | 'refused'>) {
    this.#signIn = signIn;
  }

  async login({ isProxy, host, port, realm }: AuthInfo, respond: Respond): Promise<void> {
    if (!isProxy) {
      respond();
      return;
    }
    const proxy = { host, port, realm };
    const used = this.#used;
    if (used !== null) this.#signIn.refused(proxy, used);
    const credentials = used === null ? await this.#signIn.credentialsFor(proxy) : null;
    if (credentials === null) {
      this.#unmet = proxy;
      respond();
      return;
    }
    this.#used = credentials;
    respond(credentials.userName, credentials.password);
  }

  /** Why the request could not pass; `null` if no proxy refused it. */
  failure(cause: unknown): HttpFailure | null {
    if (this.#unmet === null) return null;
    const values = { proxy: addressOf(this.#unmet), realm: shownRealm(this.#unmet.realm) };
    return new HttpFailure('proxySignIn', true, cause, values);
  }
}

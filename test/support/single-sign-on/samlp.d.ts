/** The part of `samlp` that the identity provider uses; the package has no types. */
declare module 'samlp' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  export interface SamlUser {
    readonly id: string;
    readonly displayName: string;
    readonly emails: readonly { readonly value: string }[];
    readonly name: { readonly givenName: string; readonly familyName: string };
  }

  export interface AuthOptions {
    readonly issuer: string;
    readonly cert: string;
    readonly key: string;
    readonly signResponse: boolean;
    readonly destination: string;
    readonly recipient: string;
    getPostURL(
      audience: string,
      request: unknown,
      incoming: unknown,
      callback: (error: Error | null, url: string) => void,
    ): void;
    getUserFromRequest(incoming: unknown): SamlUser;
    responseHandler(response: Buffer): void;
  }

  const samlp: {
    auth(
      options: AuthOptions,
    ): (
      incoming: Pick<IncomingMessage, 'method'> & { readonly query: Readonly<Record<string, string>> },
      response: Partial<ServerResponse>,
      next: (error: Error) => void,
    ) => void;
  };
  export default samlp;
}

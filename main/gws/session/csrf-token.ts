import type { HttpResponse } from '../http-port';

/**
 * The token a server with CSRF protection wants back on every write, under a header name that the server chooses too.
 * Both come with answers; the newest pair counts, and it lives and dies with the HTTP session.
 */
export interface CsrfToken {
  capture(response: Pick<HttpResponse, 'header'>): void;
  headers(): Readonly<Record<string, string>>;
  forget(): void;
}

/** Names a server must not be able to choose: it would have us overwrite what the request itself needs. */
const validName = /^x-[a-z0-9-]{1,60}$/i;
const validValue = /^[\x21-\x7e]{1,1024}$/;

export function createCsrfToken(): CsrfToken {
  let held: { readonly name: string; readonly value: string } | null = null;
  return {
    capture(response) {
      const name = response.header('X-CSRF-HEADER')?.trim() ?? '';
      if (!validName.test(name)) return;
      const value = response.header(name)?.trim() ?? '';
      if (validValue.test(value)) held = { name, value };
    },
    headers: () => (held === null ? {} : { [held.name]: held.value }),
    forget() {
      held = null;
    },
  };
}

import type { HttpResponse } from '../http-port';

/**
 * Token that a server with CSRF protection requires on every write, in a header that the server names. Both come
 * with responses; the newest pair is valid, until the HTTP session ends.
 */
export interface CsrfToken {
  capture(response: Pick<HttpResponse, 'header'>): void;
  headers(): Readonly<Record<string, string>>;
  readonly isHeld: boolean;
  forget(): void;
}

/** A server must not choose other names: it could overwrite headers that the request needs. */
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
    get isHeld() {
      return held !== null;
    },
    headers: () => (held === null ? {} : { [held.name]: held.value }),
    forget() {
      held = null;
    },
  };
}

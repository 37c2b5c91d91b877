import type { Session } from 'electron/main';

/** Electron's number for the result that Chromium itself came to. */
const useChromiumsResult = -3;

/**
 * Notes the certificates that Chromium refuses, by host, so that an error can say what is wrong with one. It never
 * changes a result.
 */
export class RefusedCertificates {
  readonly #pemOf = new Map<string, string>();

  observe(partition: Session): void {
    partition.setCertificateVerifyProc(({ hostname, certificate, errorCode }, respond) => {
      if (errorCode === 0) this.#pemOf.delete(hostname);
      else this.#pemOf.set(hostname, certificate.data);
      respond(useChromiumsResult);
    });
  }

  /** PEM of the certificate that was last refused for this host; `null` if the last one was good. */
  pemFor(url: string): string | null {
    // Brackets surround an IPv6 address in a URL only.
    return this.#pemOf.get(new URL(url).hostname.replaceAll(/[[\]]/gu, '')) ?? null;
  }
}

import { app, BrowserWindow, type Certificate, type Session, type WebContents } from 'electron/main';
import type { OfferedCertificate } from '../../../preload/contract';
import type { Clock } from '../../base/clock';
import type { Logger } from '../../base/log';
import type { ClientCertificateChoice } from '../../network/client-certificate-choice';
import { securePage } from '../secure-page';

const loadWithinMs = 10_000;

/**
 * Answers servers that ask for a certificate of the user.
 *
 * Electron 44 and newer send the first one that fits unless `select-client-certificate` is handled. Up to 43 requests of
 * main fail without that event; only a page of the same partition raises it, and what it answers counts for the partition
 * from then on. So `establish` loads a hidden page without scripts.
 */
export class ClientCertificates {
  readonly #choice: ClientCertificateChoice;
  readonly #clock: Clock;
  readonly #log: Logger;
  /** What to do when the user has to decide, by the id of the page that raised the event. */
  readonly #onAsking = new Map<number, () => void>();
  readonly #underWay = new WeakMap<Session, Map<string, Promise<boolean>>>();

  constructor(options: { readonly choice: ClientCertificateChoice; readonly clock: Clock; readonly log: Logger }) {
    this.#choice = options.choice;
    this.#clock = options.clock;
    this.#log = options.log;
  }

  /** Before the first request. */
  handleRequests(): void {
    app.on('select-client-certificate', (event, contents: WebContents | null, url, certificates, respond) => {
      event.preventDefault();
      const decision = this.#choice.decide(serverOf(url), certificates.map(offered));
      // Electron's type says otherwise, but a request of main has no page.
      const onAsking = contents === null ? undefined : this.#onAsking.get(contents.id);
      if (decision.is === 'asking' && onAsking !== undefined) {
        onAsking();
        return;
      }
      const chosen = certificates.find(
        ({ fingerprint }) => decision.is === 'decided' && fingerprint === decision.certificateId,
      );
      if (chosen === undefined) respond();
      else respond(chosen);
    });
  }

  /** Settles for one partition which certificate a server gets. Returns false if the user has to decide first. */
  establish(partition: Session, url: string): Promise<boolean> {
    const server = serverOf(url);
    const running = this.#underWay.get(partition) ?? new Map<string, Promise<boolean>>();
    this.#underWay.set(partition, running);
    const settled =
      running.get(server) ??
      this.#load(partition, new URL(url).origin).finally(() => {
        running.delete(server);
      });
    running.set(server, settled);
    return settled;
  }

  /** The server does not accept what was decided. */
  refused(url: string): void {
    this.#choice.forget(serverOf(url));
  }

  async #load(partition: Session, origin: string): Promise<boolean> {
    const window = new BrowserWindow({
      show: false,
      webPreferences: { ...securePage, session: partition, javascript: false, images: false },
    });
    const { id } = window.webContents;
    let isAsking = false;
    try {
      await new Promise<void>((resolve) => {
        const cancel = this.#clock.after(loadWithinMs, resolve);
        this.#onAsking.set(id, () => {
          isAsking = true;
          resolve();
        });
        const finish = (): void => {
          cancel();
          resolve();
        };
        window.loadURL(origin).then(finish, finish);
      });
    } finally {
      this.#onAsking.delete(id);
      window.destroy();
    }
    this.#log.info('server asked for a client certificate', { isAsking });
    return !isAsking;
  }
}

function offered({ fingerprint, subjectName, issuerName, validStart, validExpiry }: Certificate): OfferedCertificate {
  return {
    id: fingerprint,
    subject: subjectName,
    issuer: issuerName,
    validFrom: validStart * 1000,
    validTo: validExpiry * 1000,
  };
}

/** Host and port; Electron hands in either an address or these. */
function serverOf(url: string): string {
  const parsed = url.includes('://') ? URL.parse(url) : null;
  if (parsed === null) return url.replace(/:443$/u, '');
  return parsed.host;
}

import type { CertificateRule, OfferedCertificate } from '../../preload/contract';
import { isHostListed } from '../base/host-list';
import type { NetworkQuestions } from './network-questions';

export interface CertificateChoiceOptions {
  readonly rules: readonly CertificateRule[];
  readonly questions: Pick<NetworkQuestions, 'ask'>;
  readonly now: () => number;
}

/** `certificateId` is `null` to go on without one. `asking`: the user has to decide first. */
export type CertificateDecision =
  { readonly is: 'decided'; readonly certificateId: string | null } | { readonly is: 'asking' };

/**
 * Decides which certificate identifies the user to a server: by a rule of the policy, otherwise by the user, once until
 * the program ends. None is sent unasked. Without a fitting certificate it goes on without one, as a server that merely
 * asks allows.
 */
export class ClientCertificateChoice {
  readonly #options: CertificateChoiceOptions;
  readonly #chosen = new Map<string, string | null>();

  constructor(options: CertificateChoiceOptions) {
    this.#options = options;
  }

  /** `server`: its host, with the port unless it is that of https. */
  decide(server: string, offered: readonly OfferedCertificate[]): CertificateDecision {
    const chosen = this.#chosen.get(server);
    if (chosen === null) return { is: 'decided', certificateId: null };
    if (chosen !== undefined && offered.some(({ id }) => id === chosen)) {
      return { is: 'decided', certificateId: chosen };
    }
    if (offered.length === 0) return { is: 'decided', certificateId: null };
    const byPolicy = this.#byPolicy(server, offered);
    if (byPolicy !== null) return { is: 'decided', certificateId: byPolicy };
    this.#options.questions.ask(
      `certificate ${server}`,
      { kind: 'clientCertificate', host: server, certificates: offered },
      (answer) => {
        if (answer.kind === 'clientCertificate') this.#chosen.set(server, answer.certificateId);
      },
    );
    return { is: 'asking' };
  }

  /** The server refuses the chosen certificate, or requires one: the next time the user is asked again. */
  forget(server: string): void {
    this.#chosen.delete(server);
  }

  /** The first valid certificate of the first rule that fits one. */
  #byPolicy(server: string, offered: readonly OfferedCertificate[]): string | null {
    const now = this.#options.now();
    const host = server.replace(/:\d+$/u, '');
    const valid = offered.filter(({ validFrom, validTo }) => validFrom <= now && now <= validTo);
    for (const rule of this.#options.rules) {
      if (!isHostListed([rule.host], host)) continue;
      const found = valid.find(({ subject, issuer }) => fits(rule.subject, subject) && fits(rule.issuer, issuer));
      if (found !== undefined) return found.id;
    }
    return null;
  }
}

function fits(pattern: string | undefined, text: string): boolean {
  if (pattern === undefined) return true;
  const parts = pattern.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/gu, String.raw`\$&`));
  return new RegExp(`^${parts.join('.*')}$`, 'iu').test(text);
}

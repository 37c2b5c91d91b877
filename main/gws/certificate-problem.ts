import { X509Certificate } from 'node:crypto';
import type { SentenceValues, NetworkProblem } from '../../preload/contract';
import { plainLine } from '../../preload/contract/text/plain-line';

/** A certificate that was refused, and the time at which it is judged. */
export interface RefusedCertificate {
  /** `null` if none was noted. */
  readonly pem: string | null;
  /** Epoch milliseconds. */
  readonly now: number;
}

export interface CertificateProblem {
  readonly kind: 'certificate' | NetworkProblem;
  /** `name`: whom the certificate belongs to; `issuer`; `date` in epoch milliseconds. */
  readonly values: SentenceValues;
}

const notKnown: CertificateProblem = { kind: 'certificate', values: {} };
const maxNameLength = 80;
const maxNames = 3;

/**
 * Returns why Chromium refused a certificate. Its error names do not distinguish expired from not yet valid, or
 * self-signed from an unknown authority; the certificate itself does. Without it the reason stays unknown rather than guessed.
 */
export function certificateProblem(errorName: string, refused: RefusedCertificate | undefined): CertificateProblem {
  const certificate = parse(refused?.pem ?? null);
  if (certificate === null || refused === undefined) return notKnown;
  const issuer = nameIn(certificate.issuer);
  switch (errorName) {
    case 'ERR_CERT_DATE_INVALID':
      return dateProblem(certificate, refused.now);
    case 'ERR_CERT_COMMON_NAME_INVALID':
      return { kind: 'certificateWrongHost', values: { name: hostNames(certificate), issuer } };
    case 'ERR_CERT_AUTHORITY_INVALID':
      return isSelfSigned(certificate)
        ? { kind: 'certificateSelfSigned', values: { name: nameIn(certificate.subject) } }
        : { kind: 'certificateUnknownAuthority', values: { issuer } };
    default:
      return notKnown;
  }
}

/** The dates of the server's own certificate; if they are good, another one of its chain is meant. */
function dateProblem(certificate: X509Certificate, now: number): CertificateProblem {
  const from = Date.parse(certificate.validFrom);
  const to = Date.parse(certificate.validTo);
  const issuer = nameIn(certificate.issuer);
  if (now > to) return { kind: 'certificateExpired', values: { date: to, issuer } };
  return now < from ? { kind: 'certificateNotYetValid', values: { date: from, issuer } } : notKnown;
}

function parse(pem: string | null): X509Certificate | null {
  if (pem === null) return null;
  try {
    return new X509Certificate(pem);
  } catch {
    return null;
  }
}

function isSelfSigned(certificate: X509Certificate): boolean {
  try {
    return certificate.checkIssued(certificate) && certificate.verify(certificate.publicKey);
  } catch {
    // A key of an unknown kind proves nothing.
    return false;
  }
}

/** Returns the common name, otherwise the organisation, of a distinguished name with one part per line. */
function nameIn(distinguishedName: string): string {
  const parts = new Map(
    distinguishedName.split('\n').map((part) => {
      const at = part.indexOf('=');
      return [part.slice(0, at), part.slice(at + 1)] as const;
    }),
  );
  return plain(parts.get('CN') ?? parts.get('O') ?? '');
}

/** Returns the hosts that a certificate is valid for, at most a few of them. */
function hostNames(certificate: X509Certificate): string {
  const names = (certificate.subjectAltName ?? '')
    .split(', ')
    .map((name) => name.replace(/^(?:DNS|IP Address):/u, ''))
    .filter((name) => name !== '');
  const shown = names.slice(0, maxNames).map(plain).join(', ');
  if (names.length === 0) return nameIn(certificate.subject);
  return names.length > maxNames ? `${shown}, …` : shown;
}

/** Anyone can write a certificate, so its names are texts from outside. */
function plain(name: string): string {
  return plainLine(name, maxNameLength) || '?';
}

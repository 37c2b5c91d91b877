/** A certificate of this computer that a server would accept from the user. Times are epoch milliseconds. */
export interface OfferedCertificate {
  readonly id: string;
  readonly subject: string;
  readonly issuer: string;
  readonly validFrom: number;
  readonly validTo: number;
}

/** A rule of the policy: the certificate that identifies the user at these hosts. Texts may contain `*`. */
export interface CertificateRule {
  /** A host; `*.example.com` stands for all below it. */
  readonly host: string;
  readonly subject?: string;
  readonly issuer?: string;
}

/** What the network needs from the user. One question is open at a time. */
export type NetworkQuestion =
  | {
      readonly kind: 'proxySignIn';
      readonly id: string;
      /** Host and port. */
      readonly proxy: string;
      /** As the proxy names itself; a text from outside. */
      readonly realm: string;
      /** The proxy refused what was given before. */
      readonly isRetry: boolean;
      /** The password can be saved in the secret store. */
      readonly canSave: boolean;
    }
  | {
      readonly kind: 'clientCertificate';
      readonly id: string;
      readonly host: string;
      readonly certificates: readonly OfferedCertificate[];
    };

export type NetworkAnswer =
  | {
      readonly kind: 'proxySignIn';
      readonly userName: string;
      readonly password: string;
      readonly isSaved: boolean;
    }
  /** `null`: go on without one. */
  | { readonly kind: 'clientCertificate'; readonly certificateId: string | null }
  /** Nothing is sent, and the same question is not asked again before the user acts. */
  | { readonly kind: 'cancel' };

export const proxyModes = ['system', 'pac', 'manual', 'none'] as const;

/** How requests find their proxy. */
export interface ProxySettings {
  readonly mode: (typeof proxyModes)[number];
  /** Address of the PAC file; used in mode `pac`. */
  readonly pacUrl: string;
  /** `host:port`, optionally with a scheme before it; used in mode `manual`. */
  readonly server: string;
  /** Hosts reached without the proxy, separated by commas; used in mode `manual`. */
  readonly bypass: string;
}

const host = String.raw`(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\])`;
const serverPattern = new RegExp(`^(?:(?:https?|socks[45]?)://)?${host}:[0-9]{1,5}$`, 'iu');
const bypassPattern = /^[a-z0-9.*:/<>[\], -]*$/iu;

/**
 * Returns the part that is missing or invalid for its mode, or `null`. A server never contains a name and password, which
 * the console would have to keep.
 */
export function proxyProblem({ mode, pacUrl, server, bypass }: ProxySettings): 'pacUrl' | 'server' | 'bypass' | null {
  if (mode === 'pac') return isPacUrl(pacUrl) ? null : 'pacUrl';
  if (mode !== 'manual') return null;
  if (!serverPattern.test(server)) return 'server';
  return bypassPattern.test(bypass) ? null : 'bypass';
}

function isPacUrl(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/u.test(url.protocol) && url.username === '' && url.password === '';
}

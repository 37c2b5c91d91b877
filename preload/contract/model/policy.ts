import type { Rights } from '../rights';
import type { CertificateRule } from './network';
import type { Settings } from './settings';

/** A value of the policy that could not be used; the others apply. */
export interface PolicyProblem {
  /** Its name; `null` if the whole policy could not be read. */
  readonly name: string | null;
  /** `unknown`: no setting of this version has the name. `invalid`: not one of its values. `unreadable`: no policy. */
  readonly reason: 'unknown' | 'invalid' | 'unreadable';
}

/** A server that the policy names. */
export interface ManagedProfile {
  readonly name: string;
  readonly server: string;
  readonly otherServers?: readonly string[];
  /** Absent: as the user signed in last. */
  readonly singleSignOn?: boolean;
  /** Address that ends the session at the identity provider. Absent: the provider is not notified of a sign-out. */
  readonly signOutPage?: string;
}

/** Where new versions come from. */
export interface ManagedUpdates {
  readonly mode: 'off' | 'notify' | 'installAtQuit';
  readonly url: string;
  readonly channel: string;
}

/** What the administrator set for this computer. It is read once, when the program starts. */
export interface PolicyState {
  /** Where it was found, e.g. the path of the file; `null` if there is none. */
  readonly source: string | null;
  /** Settings that it fixes. */
  readonly locked: readonly (keyof Settings)[];
  readonly rights: Rights;
  /** Hosts that a sign-in may use, `*.example.com` for all below it; `null` if any. */
  readonly allowedHosts: readonly string[] | null;
  /** Hosts whose pages a single sign-on may open, besides the server's own; `null` if any. */
  readonly signInHosts: readonly string[] | null;
  /** Servers of the sign-in page. */
  readonly profiles: readonly ManagedProfile[];
  /** Which certificate identifies the user at which hosts. */
  readonly clientCertificates: readonly CertificateRule[];
  /** Hosts that may get the system's own credentials (NTLM, Kerberos). */
  readonly negotiateHosts: readonly string[];
  /** `null`: no one is asked for new versions, and nothing is said about it. */
  readonly updates: ManagedUpdates | null;
  readonly problems: readonly PolicyProblem[];
}

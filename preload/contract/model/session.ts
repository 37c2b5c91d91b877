/** The signed-in supervisor and server. Contains no credentials. */
export interface SignedInUser {
  readonly userId: string;
  readonly userName: string;
  readonly name: string;
  /** Name chosen at sign-in for agents and customers; absent means the server's default. */
  readonly displayName?: string;
  /** Host name for the title bar; `null` on the practice floor. */
  readonly serverName: string | null;
  readonly isPractice: boolean;
  readonly serverVersion: string | null;
}

export type SessionState =
  | { readonly phase: 'signedOut' }
  | { readonly phase: 'signingIn' }
  | { readonly phase: 'signedIn'; readonly who: SignedInUser }
  | { readonly phase: 'signingOut' };

/**
 * Whether the operating system can keep a password. `checking`: no reply yet. `absent`: there is no store, or only one
 * without protection. `notResponding`: it does not reply. `unusable`: it refuses, usually because it is locked.
 * `notAllowed`: the policy of the organisation forbids it.
 */
export type SecretStoreState = 'checking' | 'available' | 'absent' | 'notResponding' | 'unusable' | 'notAllowed';

/** A server of the sign-in page, by its main address. */
export interface ServerProfile {
  /** As chosen; empty: its host is shown. */
  readonly name: string;
  readonly serverUrl: string;
  /** The policy names it, so its name and addresses cannot be changed and it cannot be removed. */
  readonly isManaged: boolean;
}

/** Initial values of the sign-in form. The password itself never leaves main. */
export interface SignInProfile {
  readonly serverUrl: string;
  readonly userName: string;
  readonly hasRememberedPassword: boolean;
  /** A password can be saved only while this is `available`. */
  readonly secretStore: SecretStoreState;
  readonly nickname: string;
  /** Further addresses of the same contact centre, in the order of attempts. */
  readonly otherUrls?: readonly string[];
  /** The last sign-in at this server was on its own page (single sign-on). */
  readonly usesSingleSignOn?: boolean;
  /** Name of this server, if one was chosen. */
  readonly name?: string;
  /** All known servers, those of the policy first; absent if there is none. */
  readonly profiles?: readonly ServerProfile[];
}

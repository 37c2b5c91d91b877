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

/** Initial values of the sign-in form. The password itself never leaves main. */
export interface SignInProfile {
  readonly serverUrl: string;
  readonly userName: string;
  readonly hasRememberedPassword: boolean;
  /** False if the operating system has no real secret store; then the choice is not offered. */
  readonly canRememberPassword: boolean;
  readonly nickname: string;
  /** Further addresses of the same contact centre, in the order of attempts. */
  readonly otherUrls?: readonly string[];
}

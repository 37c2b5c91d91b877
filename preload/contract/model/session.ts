/** Who is signed in, and where. Holds no credential. */
export interface SignedInUser {
  readonly userId: string;
  readonly userName: string;
  readonly name: string;
  /** The name chosen at sign-in for agents and customers to see; absent: the server's usual one. */
  readonly displayName?: string;
  /** Shown in the title bar: a host name, or `null` on the practice floor. */
  readonly serverName: string | null;
  readonly isPractice: boolean;
  readonly serverVersion: string | null;
}

export type SessionState =
  | { readonly phase: 'signedOut' }
  | { readonly phase: 'signingIn' }
  | { readonly phase: 'signedIn'; readonly who: SignedInUser }
  | { readonly phase: 'signingOut' };

/** What the sign-in screen starts from. The password itself never leaves main. */
export interface SignInProfile {
  readonly serverUrl: string;
  readonly userName: string;
  readonly hasRememberedPassword: boolean;
  /** False where the operating system has no secret store worth the name; then the choice is not offered. */
  readonly canRememberPassword: boolean;
  readonly nickname: string;
  /** Further addresses of the same contact centre, in the order in which they are tried. */
  readonly otherUrls?: readonly string[];
}

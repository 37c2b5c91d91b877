import type { SecretStoreState, SignInProfile, SignInTarget } from '../../preload/contract';

/** Named values that survive a restart. */
export interface KeyValueStore {
  read(name: string): unknown;
  write(name: string, value: unknown): boolean;
  remove(name: string): boolean;
}

export interface SecretCipher {
  state(): SecretStoreState;
  seal(secret: string): Promise<unknown>;
  open(sealed: unknown): Promise<string | null>;
}

export interface RememberedSignInOptions {
  readonly memory: KeyValueStore;
  readonly secrets: SecretCipher;
  /** Address of the command line; it overrides the remembered one. */
  readonly serverFromCommandLine: string | null;
  /** False if the policy forbids it; a stored password is then deleted. */
  readonly isPasswordAllowed: boolean;
}

type ServerTarget = Extract<SignInTarget, { kind: 'server' }>;
type PageTarget = Extract<SignInTarget, { kind: 'singleSignOn' }>;

export interface RememberedSignIn {
  /** Never waits for the secret store. */
  profile(): SignInProfile;
  passwordFor(target: Pick<ServerTarget, 'url' | 'otherUrls' | 'userName'>): Promise<string | null>;
  /** Stores a successful sign-in. */
  keep(target: ServerTarget, password: string): Promise<void>;
  /** Stores a successful sign-in on the server's page, with the name that the server gave. */
  keepSingleSignOn(target: PageTarget, userName: string): void;
  forgetPassword(): boolean;
}

/**
 * Remembers a sign-in. The password is stored only on request and only in a real secret store. It belongs to one user
 * and the addresses it was stored with, and is never used for others: a changed address in the form could send it to a
 * stranger.
 */
export function createRememberedSignIn(options: RememberedSignInOptions): RememberedSignIn {
  const { memory, secrets, serverFromCommandLine, isPasswordAllowed } = options;
  if (!isPasswordAllowed && memory.read('password') !== undefined) memory.remove('password');
  return {
    profile: () => {
      const stored = memory.read('profile');
      const serverUrl = serverFromCommandLine ?? textIn(stored, 'serverUrl');
      const userName = textIn(stored, 'userName');
      const secretStore = isPasswordAllowed ? secrets.state() : 'notAllowed';
      // Further addresses belong to the remembered server, not to that of the command line.
      const isRememberedServer = isSameAddress(serverUrl, textIn(stored, 'serverUrl'));
      const otherUrls = isRememberedServer ? textsIn(stored, 'otherUrls') : [];
      const usesSingleSignOn = isRememberedServer && valueIn(stored, 'usesSingleSignOn') === true;
      const account = { url: serverUrl, otherUrls, userName };
      const hasRememberedPassword = secretStore === 'available' && isFor(memory.read('password'), account);
      const nickname = textIn(stored, 'nickname');
      return {
        ...{ serverUrl, userName, nickname, secretStore, hasRememberedPassword, otherUrls },
        ...(usesSingleSignOn ? { usesSingleSignOn } : {}),
      };
    },
    passwordFor: async (target) => {
      const stored = memory.read('password');
      return isFor(stored, target) ? secrets.open(stored.sealed) : null;
    },
    keep: async (target, password) => {
      const { url: serverUrl, otherUrls = [], userName, nickname, rememberPassword } = target;
      memory.write('profile', { serverUrl, otherUrls, userName, nickname });
      const sealed = rememberPassword && isPasswordAllowed ? await secrets.seal(password) : null;
      if (sealed === null) {
        memory.remove('password');
      } else {
        memory.write('password', { serverUrl, otherUrls, userName, sealed });
      }
    },
    keepSingleSignOn: ({ url: serverUrl, otherUrls = [], nickname }, userName) => {
      memory.write('profile', { serverUrl, otherUrls, userName, nickname, usesSingleSignOn: true });
      memory.remove('password');
    },
    forgetPassword: () => memory.remove('password'),
  };
}

/**
 * Returns whether the password may be sent to every address of the target: it must have been stored with each of them.
 */
function isFor(
  stored: unknown,
  { url, otherUrls = [], userName }: Pick<ServerTarget, 'url' | 'otherUrls' | 'userName'>,
): stored is { sealed: unknown } {
  const isStored = typeof stored === 'object' && stored !== null && 'sealed' in stored;
  if (!isStored || !isSameAddress(textIn(stored, 'serverUrl'), url) || textIn(stored, 'userName') !== userName) {
    return false;
  }
  const keptWith = [url, ...textsIn(stored, 'otherUrls')];
  return otherUrls.every((other) => keptWith.some((kept) => isSameAddress(kept, other)));
}

/** Compares normalised addresses: `gws.example.com` equals `https://gws.example.com/`. */
function isSameAddress(left: string, right: string): boolean {
  const plain = (written: string): string => {
    const trimmed = written.trim();
    const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
    return URL.canParse(withScheme) ? new URL(withScheme).href.replace(/\/+$/, '') : written;
  };
  return plain(left) === plain(right);
}

/** Returns an empty text for a stored value that is not a text. */
function textIn(stored: unknown, name: string): string {
  const value = valueIn(stored, name);
  return typeof value === 'string' ? value : '';
}

function textsIn(stored: unknown, name: string): readonly string[] {
  const values = valueIn(stored, name);
  return Array.isArray(values) ? values.filter((value): value is string => typeof value === 'string').slice(0, 8) : [];
}

function valueIn(stored: unknown, name: string): unknown {
  return typeof stored === 'object' && stored !== null ? (stored as Readonly<Record<string, unknown>>)[name] : null;
}

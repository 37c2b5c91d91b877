import type { SignInProfile, SignInTarget } from '../preload/contract';

/** Named values that survive a restart. */
export interface Memory {
  read(name: string): unknown;
  write(name: string, value: unknown): boolean;
  remove(name: string): boolean;
}

export interface Secrets {
  isReal(): Promise<boolean>;
  seal(secret: string): Promise<unknown>;
  open(sealed: unknown): Promise<string | null>;
}

export interface RememberedSignInOptions {
  readonly memory: Memory;
  readonly secrets: Secrets;
  /** From the command line; it wins over the remembered one. */
  readonly serverFromCommandLine: string | null;
}

type ServerTarget = Extract<SignInTarget, { kind: 'server' }>;

export interface RememberedSignIn {
  profile(): Promise<SignInProfile>;
  passwordFor(target: Pick<ServerTarget, 'url' | 'userName'>): Promise<string | null>;
  /** After a sign-in that worked. */
  keep(target: ServerTarget, password: string): Promise<void>;
  forgetPassword(): boolean;
}

/**
 * What is kept of a sign-in. A password is kept only when asked for and only in a real secret store, and it belongs to one user at one
 * address: it is never handed out for another, or a changed address in the form would send it to a stranger.
 */
export function createRememberedSignIn(options: RememberedSignInOptions): RememberedSignIn {
  const { memory, secrets, serverFromCommandLine } = options;
  return {
    profile: async () => {
      const stored = memory.read('profile');
      const serverUrl = serverFromCommandLine ?? textIn(stored, 'serverUrl');
      const userName = textIn(stored, 'userName');
      const canRememberPassword = await secrets.isReal();
      const hasRememberedPassword = canRememberPassword && isFor(memory.read('password'), { url: serverUrl, userName });
      return { serverUrl, userName, nickname: textIn(stored, 'nickname'), canRememberPassword, hasRememberedPassword };
    },
    passwordFor: async (target) => {
      const stored = memory.read('password');
      return isFor(stored, target) ? secrets.open(stored.sealed) : null;
    },
    keep: async (target, password) => {
      const { url: serverUrl, userName, nickname, rememberPassword } = target;
      memory.write('profile', { serverUrl, userName, nickname });
      const sealed = rememberPassword ? await secrets.seal(password) : null;
      if (sealed === null) {
        memory.remove('password');
      } else {
        memory.write('password', { serverUrl, userName, sealed });
      }
    },
    forgetPassword: () => memory.remove('password'),
  };
}

function isFor(
  stored: unknown,
  { url, userName }: Pick<ServerTarget, 'url' | 'userName'>,
): stored is { sealed: unknown } {
  const isStored = typeof stored === 'object' && stored !== null && 'sealed' in stored;
  return isStored && isSameAddress(textIn(stored, 'serverUrl'), url) && textIn(stored, 'userName') === userName;
}

/** Two spellings of one address: `gws.example.com` and `https://gws.example.com/` are the same place. */
function isSameAddress(left: string, right: string): boolean {
  const plain = (written: string): string => {
    const trimmed = written.trim();
    const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
    return URL.canParse(withScheme) ? new URL(withScheme).href.replace(/\/+$/, '') : written;
  };
  return plain(left) === plain(right);
}

/** What is on disk may have been edited: anything but a text is an empty one. */
function textIn(stored: unknown, name: string): string {
  const value =
    typeof stored === 'object' && stored !== null ? (stored as Readonly<Record<string, unknown>>)[name] : null;
  return typeof value === 'string' ? value : '';
}

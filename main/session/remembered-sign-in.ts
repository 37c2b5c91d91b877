import type { ManagedProfile, SignInProfile, SignInTarget } from '../../preload/contract';
import type { KeyValueStore, SecretCipher } from './sign-in-memory';
import { SavedPasswords, type PasswordOwner } from './saved-passwords';
import { ServerProfiles } from './server-profiles';

export interface RememberedSignInOptions {
  readonly memory: KeyValueStore;
  readonly secrets: SecretCipher;
  /** Address of the command line; it overrides the remembered one until the user chooses another. */
  readonly serverFromCommandLine: string | null;
  /** False if the policy forbids it; stored passwords are then deleted. */
  readonly isPasswordAllowed: boolean;
  /** Servers that the policy names. */
  readonly managedProfiles?: readonly ManagedProfile[];
}

type ServerTarget = Extract<SignInTarget, { kind: 'server' }>;
type PageTarget = Extract<SignInTarget, { kind: 'singleSignOn' }>;

export interface RememberedSignIn {
  /** Never waits for the secret store. */
  profile(): SignInProfile;
  passwordFor(target: PasswordOwner): Promise<string | null>;
  /** Stores a successful sign-in. */
  keep(target: ServerTarget, password: string): Promise<void>;
  /** Stores a successful sign-in on the server's page, with the name that the server gave. */
  keepSingleSignOn(target: PageTarget, userName: string): void;
  /** Removes the password for this server, or for the one that the sign-in page shows. */
  forgetPassword(url?: string): boolean;
  /** Makes another server the current one. Returns false if it is not known. */
  choose(url: string): boolean;
  /** Removes a server and its password, unless the policy names it. */
  remove(url: string): boolean;
  /** Restores the server that was removed last, if nothing was changed since. Returns whether there was one. */
  undoRemove(): boolean;
}

/** What the profiles and the passwords store. */
const storedValues = ['profile', 'profiles', 'password', 'passwords'];

/**
 * Remembers sign-ins, one for each server. A password is stored only on request and only in a real secret store. It
 * belongs to one user and the addresses it was stored with, and is never used for others: a changed address in the form
 * could send it to a stranger.
 */
export function createRememberedSignIn(options: RememberedSignInOptions): RememberedSignIn {
  const { memory, secrets, isPasswordAllowed, managedProfiles = [] } = options;
  let { serverFromCommandLine } = options;
  const profiles = new ServerProfiles(memory, managedProfiles);
  const passwords = new SavedPasswords(memory, secrets);
  if (!isPasswordAllowed) passwords.removeAll();
  let undoRemove: (() => void) | null = null;
  const remove = (url: string): void => {
    const before = storedValues.map((name) => [name, memory.read(name)] as const);
    passwords.remove(url);
    profiles.remove(url);
    undoRemove = () => {
      for (const [name, value] of before) if (value !== undefined) memory.write(name, value);
    };
  };
  const keep = (target: ServerTarget | PageTarget, userName: string, usesSingleSignOn: boolean): void => {
    const { url: serverUrl, otherUrls = [], nickname, name = '' } = target;
    profiles.keep({ name, serverUrl, otherUrls, userName, nickname, usesSingleSignOn });
  };
  /** Address of the server that the sign-in page shows. */
  const shownUrl = (): string => serverFromCommandLine ?? profiles.current()?.serverUrl ?? '';
  return {
    profile: () => {
      const last = profiles.current();
      const serverUrl = shownUrl();
      // Everything but the name of the user belongs to one server, not to that of the command line.
      const own = profiles.at(serverUrl);
      const { userName = '', nickname = '' } = own ?? last ?? {};
      const { otherUrls = [], usesSingleSignOn = false, name = '' } = own ?? {};
      const secretStore = isPasswordAllowed ? secrets.state() : 'notAllowed';
      const hasRememberedPassword =
        secretStore === 'available' && passwords.has({ url: serverUrl, otherUrls, userName });
      const list = profiles.list();
      return {
        ...{ serverUrl, userName, nickname, secretStore, hasRememberedPassword, otherUrls },
        ...(usesSingleSignOn ? { usesSingleSignOn } : {}),
        ...(name === '' ? {} : { name }),
        ...(list.length === 0 ? {} : { profiles: list }),
      };
    },
    passwordFor: (target) => passwords.read(target),
    keep: async (target, password) => {
      undoRemove = null;
      keep(target, target.userName, false);
      if (target.rememberPassword && isPasswordAllowed) await passwords.keep(target, password);
      else passwords.remove(target.url);
    },
    keepSingleSignOn: (target, userName) => {
      undoRemove = null;
      keep(target, userName, true);
      passwords.remove(target.url);
    },
    forgetPassword: (url) => {
      undoRemove = null;
      return passwords.remove(url ?? shownUrl());
    },
    choose: (url) => {
      undoRemove = null;
      const isKnown = profiles.choose(url);
      if (isKnown) serverFromCommandLine = null;
      return isKnown;
    },
    remove: (url) => {
      if (profiles.isManaged(url)) return false;
      remove(url);
      return true;
    },
    undoRemove: () => {
      const undo = undoRemove;
      undoRemove = null;
      undo?.();
      return undo !== null;
    },
  };
}

import type { ManagedProfile, ServerProfile } from '../../preload/contract';
import type { KeyValueStore } from './sign-in-memory';
import { recordOf } from '../base/record';
import { isSameAddress, textIn, textsIn } from './stored-values';

/** A server with how it is signed in to, and as whom last. */
export interface StoredProfile {
  readonly name: string;
  readonly serverUrl: string;
  readonly otherUrls: readonly string[];
  readonly userName: string;
  readonly nickname: string;
  readonly usesSingleSignOn: boolean;
}

const maxProfiles = 50;

/**
 * The servers of the sign-in page, by their main address.
 *
 * 1. `profile` is the one of the last sign-in or choice; `profiles` holds all. A program that knows only the first reads
 *    and writes that one, and what it wrote is merged here, so a change of version loses neither.
 * 2. Those of the policy come first. Their name, addresses and kind of sign-in win; the user stays the user's own.
 * 3. Entries and parts that this version does not know are kept.
 */
export class ServerProfiles {
  readonly #memory: KeyValueStore;
  readonly #managed: readonly ManagedProfile[];

  constructor(memory: KeyValueStore, managed: readonly ManagedProfile[]) {
    this.#memory = memory;
    this.#managed = managed;
  }

  /** The profile of the last sign-in or choice, otherwise the first of the list; `null` if there is none. */
  current(): StoredProfile | null {
    const url = textIn(this.#memory.read('profile'), 'serverUrl');
    return this.at(url === '' ? (this.list()[0]?.serverUrl ?? '') : url);
  }

  at(url: string): StoredProfile | null {
    const managed = this.#managed.find(({ server }) => isSameAddress(server, url));
    const stored = this.#stored().find((entry) => isSameAddress(textIn(entry, 'serverUrl'), url));
    if (managed === undefined) return stored === undefined ? null : toProfile(stored);
    const { name, server: serverUrl, otherServers: otherUrls = [], singleSignOn } = managed;
    const own = toProfile(stored);
    return { ...own, name, serverUrl, otherUrls, usesSingleSignOn: singleSignOn ?? own.usesSingleSignOn };
  }

  list(): readonly ServerProfile[] {
    const managed = this.#managed.map(({ name, server: serverUrl }) => ({ name, serverUrl, isManaged: true }));
    const own = this.#stored()
      .map(toProfile)
      .filter(({ serverUrl }) => !this.isManaged(serverUrl))
      .map(({ name, serverUrl }) => ({ name, serverUrl, isManaged: false }));
    return [...managed, ...own];
  }

  isManaged(url: string): boolean {
    return this.#managed.some(({ server }) => isSameAddress(server, url));
  }

  /** Stores a profile and makes it the current one. */
  keep(profile: StoredProfile): void {
    const { name, usesSingleSignOn, ...rest } = profile;
    const single = usesSingleSignOn ? { usesSingleSignOn } : {};
    this.#memory.write('profile', { ...rest, ...(name === '' ? {} : { name }), ...single });
    const isOther = (entry: unknown): boolean => !isSameAddress(textIn(entry, 'serverUrl'), profile.serverUrl);
    const before = this.#stored().find((entry) => !isOther(entry));
    const others = this.#entries().filter(isOther);
    this.#memory.write('profiles', [{ ...recordOf(before), ...profile }, ...others].slice(0, maxProfiles));
  }

  choose(url: string): boolean {
    const profile = this.at(url);
    if (profile !== null) this.keep(profile);
    return profile !== null;
  }

  remove(url: string): void {
    const isOther = (entry: unknown): boolean => !isSameAddress(textIn(entry, 'serverUrl'), url);
    // First the old entry, which would otherwise be merged again.
    if (!isOther(this.#memory.read('profile'))) this.#memory.remove('profile');
    this.#memory.write('profiles', this.#entries().filter(isOther));
  }

  /** As stored. What an earlier version wrote since stands in `profile` alone, so that wins. */
  #entries(): readonly unknown[] {
    const stored = this.#memory.read('profiles');
    const entries: readonly unknown[] = Array.isArray(stored) ? stored : [];
    const last = this.#memory.read('profile');
    const url = textIn(last, 'serverUrl');
    if (url === '') return entries;
    const isLast = (entry: unknown): boolean => isSameAddress(textIn(entry, 'serverUrl'), url);
    if (!entries.some(isLast)) return [last, ...entries];
    return entries.map((entry) => (isLast(entry) ? { ...recordOf(entry), ...recordOf(last) } : entry));
  }

  #stored(): readonly unknown[] {
    return this.#entries().filter((entry) => textIn(entry, 'serverUrl') !== '');
  }
}

/** Returns the page that ends the session at the identity provider of a server; `null` if the policy names none. */
export function signOutPageOf(managed: readonly ManagedProfile[], serverUrl: string): string | null {
  const profile = managed.find(({ server, otherServers = [] }) =>
    [server, ...otherServers].some((address) => isSameAddress(address, serverUrl)),
  );
  return profile?.signOutPage ?? null;
}

function toProfile(entry: unknown): StoredProfile {
  return {
    name: textIn(entry, 'name').slice(0, 80),
    serverUrl: textIn(entry, 'serverUrl'),
    otherUrls: textsIn(entry, 'otherUrls'),
    userName: textIn(entry, 'userName'),
    nickname: textIn(entry, 'nickname'),
    usesSingleSignOn: recordOf(entry)['usesSingleSignOn'] === true,
  };
}

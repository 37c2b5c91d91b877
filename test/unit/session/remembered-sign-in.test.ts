import { describe, expect, it } from 'vitest';
import type { ManagedProfile, SignInTarget } from '../../../preload/contract';
import { createRememberedSignIn } from '../../../main/session/remembered-sign-in';
import { FakeKeyValueStore, FakeSecretCipher } from '../../support/electron/sign-in-fakes';

type ServerTarget = Extract<SignInTarget, { kind: 'server' }>;

function target(url: string, more: Partial<ServerTarget> = {}): ServerTarget {
  return {
    ...{ kind: 'server', url, userName: 'sam', password: 'secret', rememberPassword: true, nickname: '' },
    ...more,
  };
}

function open(
  memory = new FakeKeyValueStore(),
  more: {
    managedProfiles?: readonly ManagedProfile[];
    serverFromCommandLine?: string;
    isPasswordAllowed?: boolean;
  } = {},
) {
  const secrets = new FakeSecretCipher();
  const given = { serverFromCommandLine: null, isPasswordAllowed: true, ...more };
  return { memory, remembered: createRememberedSignIn({ memory, secrets, ...given }) };
}

const north = 'https://north.test';
const south = 'https://south.test';

describe('several servers', () => {
  it('keeps user, addresses, kind of sign-in and password of each', async () => {
    const { memory, remembered } = open();
    await remembered.keep(target(north, { name: 'North', nickname: 'Sam', otherUrls: ['https://north2.test'] }), 'one');
    remembered.keepSingleSignOn({ kind: 'singleSignOn', url: south, nickname: '' }, 'sam@example.com');
    expect(remembered.profile()).toMatchObject({
      ...{ serverUrl: south, userName: 'sam@example.com', usesSingleSignOn: true, hasRememberedPassword: false },
      profiles: [
        { name: '', serverUrl: south, isManaged: false },
        { name: 'North', serverUrl: north, isManaged: false },
      ],
    });
    const next = open(memory).remembered;
    expect(next.choose(`${north}/`)).toBe(true);
    const profile = next.profile();
    expect(profile).toMatchObject({ name: 'North', userName: 'sam', nickname: 'Sam', hasRememberedPassword: true });
    expect(profile.otherUrls).toEqual(['https://north2.test']);
    expect(profile.usesSingleSignOn).toBeUndefined();
    expect(await next.passwordFor({ url: north, otherUrls: ['https://north2.test'], userName: 'sam' })).toBe('one');
  });

  it('never uses the password of one for another', async () => {
    const { remembered } = open();
    await remembered.keep(target(north), 'one');
    await remembered.keep(target(south), 'two');
    expect(await remembered.passwordFor({ url: north, userName: 'sam' })).toBe('one');
    expect(await remembered.passwordFor({ url: south, userName: 'sam' })).toBe('two');
    expect(await remembered.passwordFor({ url: south, userName: 'kim' })).toBeNull();
    expect(await remembered.passwordFor({ url: north, otherUrls: [south], userName: 'sam' })).toBeNull();
    expect(await remembered.passwordFor({ url: 'https://west.test', userName: 'sam' })).toBeNull();
  });

  it('removes one with its password, and forgets one password without the others', async () => {
    const { memory, remembered } = open();
    await remembered.keep(target(north), 'one');
    await remembered.keep(target(south), 'two');
    expect(remembered.forgetPassword(north)).toBe(true);
    expect(await remembered.passwordFor({ url: north, userName: 'sam' })).toBeNull();
    expect(remembered.remove(south)).toBe(true);
    expect(await remembered.passwordFor({ url: south, userName: 'sam' })).toBeNull();
    expect(remembered.profile()).toMatchObject({
      serverUrl: north,
      profiles: [{ name: '', serverUrl: north, isManaged: false }],
    });
    expect(JSON.stringify([...memory.values])).not.toContain('turned');
  });

  it('restores the one that was removed last, with its password and place', async () => {
    const { memory, remembered } = open();
    await remembered.keep(target(north), 'one');
    await remembered.keep(target(south, { name: 'South', nickname: 'Sam' }), 'two');
    const [profile, stored] = [remembered.profile(), new Map(memory.values)];
    remembered.remove(south);
    expect(remembered.undoRemove()).toBe(true);
    expect(remembered.profile()).toEqual(profile);
    expect(new Map(memory.values)).toEqual(stored);
    expect(await remembered.passwordFor({ url: south, userName: 'sam' })).toBe('two');
    expect(remembered.undoRemove()).toBe(false);
  });

  it('restores nothing over a later change', async () => {
    const { remembered } = open();
    await remembered.keep(target(north), 'one');
    await remembered.keep(target(south), 'two');
    remembered.remove(south);
    remembered.choose(north);
    expect(remembered.undoRemove()).toBe(false);
    expect(remembered.profile().profiles).toEqual([{ name: '', serverUrl: north, isManaged: false }]);
  });

  it('forgets both passwords where an earlier version stored a second one for a server', async () => {
    const { memory, remembered } = open();
    await remembered.keep(target(north), 'one');
    await remembered.keep(target(south), 'two');
    memory.write('password', { serverUrl: north, otherUrls: [], userName: 'sam', sealed: { turned: 'x' } });
    expect(remembered.forgetPassword(north)).toBe(true);
    expect(await remembered.passwordFor({ url: north, userName: 'sam' })).toBeNull();
  });

  it('forgets the password of the server that is shown, also if the command line named it', async () => {
    const { memory, remembered } = open();
    await remembered.keep(target(north), 'one');
    await remembered.keep(target(south), 'two');
    const next = open(memory, { serverFromCommandLine: north }).remembered;
    next.forgetPassword();
    expect(await next.passwordFor({ url: north, userName: 'sam' })).toBeNull();
    expect(await next.passwordFor({ url: south, userName: 'sam' })).toBe('two');
  });

  it('shows the user that an earlier version signed in meanwhile', async () => {
    const { memory, remembered } = open();
    await remembered.keep(target(north, { name: 'North' }), 'one');
    memory.write('profile', { serverUrl: north, otherUrls: [], userName: 'kim', nickname: '' });
    expect(open(memory).remembered.profile()).toMatchObject({ name: 'North', userName: 'kim' });
  });

  it('takes an address for the same server however it is typed', async () => {
    const { remembered } = open();
    await remembered.keep(target(north), 'one');
    expect(await remembered.passwordFor({ url: 'north.test/api/v2/', userName: 'sam' })).toBe('one');
  });

  it('stores a password no longer once it is not to be saved', async () => {
    const { remembered } = open();
    await remembered.keep(target(north), 'one');
    await remembered.keep(target(north, { rememberPassword: false }), 'one');
    expect(remembered.profile().hasRememberedPassword).toBe(false);
  });

  it('removes all passwords where the policy forbids them', async () => {
    const { memory, remembered } = open();
    await remembered.keep(target(north), 'one');
    await remembered.keep(target(south), 'two');
    open(memory, { isPasswordAllowed: false });
    expect(JSON.stringify([...memory.values])).not.toContain('turned');
  });
});

describe('the file of another version', () => {
  const old = { serverUrl: north, otherUrls: [], userName: 'sam', nickname: 'Sam' };

  it('becomes one profile, with its password', async () => {
    const memory = new FakeKeyValueStore();
    memory.write('profile', old);
    memory.write('password', { serverUrl: north, otherUrls: [], userName: 'sam', sealed: { turned: 'eno' } });
    const { remembered } = open(memory);
    expect(remembered.profile()).toMatchObject({ serverUrl: north, userName: 'sam', hasRememberedPassword: true });
    expect(remembered.profile().profiles).toEqual([{ name: '', serverUrl: north, isManaged: false }]);
    await remembered.keep(target(south), 'two');
    expect(await remembered.passwordFor({ url: north, userName: 'sam' })).toBe('one');
  });

  it('finds the last sign-in where it always was, and what it writes there is not lost', async () => {
    const { memory, remembered } = open();
    await remembered.keep(target(north), 'one');
    await remembered.keep(target(south), 'two');
    expect(memory.read('profile')).toEqual({ serverUrl: south, otherUrls: [], userName: 'sam', nickname: '' });
    memory.write('profile', { ...old, serverUrl: 'https://west.test' });
    memory.remove('password');
    const { profiles = [], hasRememberedPassword } = open(memory).remembered.profile();
    expect(profiles.map(({ serverUrl }) => serverUrl)).toEqual(['https://west.test', south, north]);
    expect(hasRememberedPassword).toBe(false);
    expect(await open(memory).remembered.passwordFor({ url: south, userName: 'sam' })).toBeNull();
  });

  it('keeps what only a newer version knows, and survives nonsense', async () => {
    const memory = new FakeKeyValueStore();
    memory.write('profiles', [{ ...old, region: 'eu' }, { kind: 'cloud' }, 7, null]);
    memory.write('passwords', 'none');
    const { remembered } = open(memory);
    expect(remembered.profile().profiles).toEqual([{ name: '', serverUrl: north, isManaged: false }]);
    await remembered.keep(target(north), 'one');
    expect(memory.read('profiles')).toEqual([
      expect.objectContaining({ serverUrl: north, region: 'eu' }),
      { kind: 'cloud' },
      7,
      null,
    ]);
  });
});

describe('servers of the policy', () => {
  const managedProfiles = [{ name: 'North', server: north, otherServers: ['https://north2.test'], singleSignOn: true }];

  it('come first, win over what was stored, and cannot be removed', async () => {
    const { memory, remembered } = open();
    await remembered.keep(target(north, { name: 'Mine', nickname: 'Sam' }), 'one');
    await remembered.keep(target(south), 'two');
    const next = open(memory, { managedProfiles }).remembered;
    expect(next.profile().profiles).toEqual([
      { name: 'North', serverUrl: north, isManaged: true },
      { name: '', serverUrl: south, isManaged: false },
    ]);
    expect(next.remove(north)).toBe(false);
    next.choose(north);
    expect(next.profile()).toMatchObject({
      ...{ name: 'North', userName: 'sam', nickname: 'Sam', usesSingleSignOn: true },
      // It was stored for one address only.
      ...{ otherUrls: ['https://north2.test'], hasRememberedPassword: false },
    });
  });

  it('offer the first one at a first start', () => {
    expect(open(undefined, { managedProfiles }).remembered.profile()).toMatchObject({ serverUrl: north, userName: '' });
  });
});

it('lets the command line choose the server until another one is chosen', async () => {
  const { memory, remembered } = open();
  await remembered.keep(target(north), 'one');
  const next = open(memory, { serverFromCommandLine: south }).remembered;
  expect(next.profile()).toMatchObject({ serverUrl: south, userName: 'sam', hasRememberedPassword: false });
  expect(next.choose('https://west.test')).toBe(false);
  expect(next.profile().serverUrl).toBe(south);
  next.choose(north);
  expect(next.profile()).toMatchObject({ serverUrl: north, hasRememberedPassword: true });
});

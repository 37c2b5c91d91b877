import { describe, expect, it } from 'vitest';
import type { SignInTarget } from '../../../preload/contract';
import { controlOnPaper, serverTarget as server } from '../../support/electron/session-on-paper';

const credentials = { ok: false, error: { code: 'session.credentials' } };

describe('sign-in', () => {
  it.each([{ url: 'forbidden.example.com' }, { otherUrls: ['https://FORBIDDEN.example.com/api/v2'] }])(
    'sends nothing to a host that the policy does not allow (%j)',
    async (where) => {
      const { control, platform, record } = controlOnPaper();
      expect(await control.signIn(server(where))).toEqual({
        ok: false,
        error: { code: 'policy.hostNotAllowed', values: { host: 'forbidden.example.com' } },
      });
      expect(platform.asked).toEqual([]);
      expect(record.session.phase).toBe('signedOut');
    },
  );

  it.each([
    { rights: { maySignInWithPassword: false }, refused: 'server', allowed: 'singleSignOn' },
    { rights: { maySignInOnPage: false }, refused: 'singleSignOn', allowed: 'server' },
  ] as const)('refuses the kind that the policy does not allow (%j)', async ({ rights, refused, allowed }) => {
    const { control, platform, record } = controlOnPaper(null, rights);
    const targets = {
      server: server(),
      singleSignOn: { kind: 'singleSignOn', url: 'https://gws.example.com', nickname: '' },
    } as const;
    expect(await control.signIn(targets[refused])).toEqual({ ok: false, error: { code: 'policy.notAllowed' } });
    expect([platform.asked, record.session.phase]).toEqual([[], 'signedOut']);
    expect(await control.signIn(targets[allowed])).toMatchObject({ ok: true });
    await control.signOut();
    expect(await control.signIn({ kind: 'practice' })).toMatchObject({ ok: true });
  });

  it('records the supervisor', async () => {
    const { control, record } = controlOnPaper();
    expect(await control.signIn(server())).toEqual({ ok: true, value: null });
    expect(record.session.phase).toBe('signedIn');
    expect(record.self).toEqual({ userId: 'u', userName: 'sam', nickname: 'Sam' });
  });

  it.each(['\u200b', '\u3164', '\u2800', ' \u00ad '])(
    'refuses an invisible display name without a request (%j)',
    async (nickname) => {
      const { control, record } = controlOnPaper();
      expect(await control.signIn(server({ nickname }))).toEqual({ ok: false, error: { code: 'name.unseeable' } });
      expect(record.session.phase).toBe('signedOut');
    },
  );

  it('ends signed out when the server refuses', async () => {
    const { control, record } = controlOnPaper();
    expect(await control.signIn(server({ password: 'wrong' }))).toEqual(credentials);
    expect(record.session.phase).toBe('signedOut');
  });

  it('ends signed out when the platform throws', async () => {
    const { control, record, platform } = controlOnPaper();
    platform.broken = true;
    expect(await control.signIn(server())).toEqual({ ok: false, error: { code: 'internal' } });
    expect(record.session.phase).toBe('signedOut');
  });

  it('runs one at a time', async () => {
    const { control, platform } = controlOnPaper();
    const [first, second] = await Promise.all([control.signIn(server()), control.signIn(server())]);
    expect(first.ok).toBe(true);
    expect(second).toEqual({ ok: false, error: { code: 'session.alreadySignedIn' } });
    expect(platform.asked).toHaveLength(1);
  });

  it('starts the practice floor for practice, and remembers nothing', async () => {
    const { control, platform, practice, memory } = controlOnPaper();
    await control.signIn({ kind: 'practice' });
    expect(practice.steps).toEqual(['start']);
    expect(platform.asked[0]).toMatchObject({
      address: 'http://127.0.0.1:4711',
      userName: 'supervisor',
      isPractice: true,
    });
    expect(memory.values.size).toBe(0);
  });

  it('reports that the practice floor does not start', async () => {
    const { control, record, practice } = controlOnPaper();
    practice.starts = false;
    expect(await control.signIn({ kind: 'practice' })).toEqual({ ok: false, error: { code: 'practice.notStarted' } });
    expect(record.session.phase).toBe('signedOut');
  });
});

describe('single sign-on', () => {
  const page: SignInTarget = { kind: 'singleSignOn', url: 'https://gws.example.com', nickname: 'Sam' };

  it('takes the name from the server, remembers the way in and no password', async () => {
    const { control, platform, memory, record } = controlOnPaper();
    await control.signIn(server({ rememberPassword: true }));
    await control.signOut();
    expect(await control.signIn(page)).toEqual({ ok: true, value: null });
    expect(platform.asked.at(-1)).toMatchObject({ password: null, userName: '' });
    expect(record.session).toMatchObject({ phase: 'signedIn', who: { userName: 'sam' } });
    expect(memory.values.has('password')).toBe(false);
    expect(control.profile()).toMatchObject({ usesSingleSignOn: true, userName: 'sam', hasRememberedPassword: false });
    await control.signOut();
    await control.signIn(server());
    expect(control.profile().usesSingleSignOn).toBeUndefined();
  });

  it('is not offered for another server than the remembered one', () => {
    const { control, memory } = controlOnPaper('https://other.example.com');
    memory.write('profile', { serverUrl: 'https://gws.example.com', usesSingleSignOn: true });
    expect(control.profile().usesSingleSignOn).toBeUndefined();
  });

  it('obeys the policy and refuses an invisible name', async () => {
    const { control, platform } = controlOnPaper();
    expect(await control.signIn({ ...page, url: 'https://forbidden.example.com' })).toMatchObject({
      error: { code: 'policy.hostNotAllowed' },
    });
    expect(await control.signIn({ ...page, nickname: '\u200b' })).toMatchObject({ error: { code: 'name.unseeable' } });
    expect(platform.asked).toEqual([]);
  });

  it('can be cancelled while the page is open, and only then', async () => {
    const { control, platform, record } = controlOnPaper();
    await control.cancelSignIn();
    expect(platform.steps).toEqual([]);
    platform.isPageOpen = true;
    const signingIn = control.signIn(page);
    await control.cancelSignIn();
    expect(await signingIn).toEqual({ ok: false, error: { code: 'session.signedOut' } });
    expect(record.session.phase).toBe('signedOut');
    platform.isPageOpen = false;
    await control.signIn(page);
    await control.cancelSignIn();
    expect(record.session.phase).toBe('signedIn');
  });
});

describe('remembered sign-in', () => {
  it('keeps address and names, and no password unless requested', async () => {
    const { control, memory } = controlOnPaper();
    await control.signIn(server());
    expect(JSON.stringify([...memory.values])).not.toMatch(/secret|terces/);
    expect(control.profile()).toEqual({
      serverUrl: 'https://gws.example.com',
      userName: 'sam',
      nickname: 'Sam',
      secretStore: 'available',
      hasRememberedPassword: false,
      otherUrls: [],
      profiles: [{ name: '', serverUrl: 'https://gws.example.com', isManaged: false }],
    });
  });

  it('chooses and removes a server, and answers with the profile to show', async () => {
    const { control } = controlOnPaper();
    await control.signIn(server({ name: 'North' }));
    await control.signOut();
    await control.signIn(server({ url: 'https://south.example.com' }));
    expect(control.chooseServer('https://gws.example.com')).toMatchObject({ ok: true, value: { name: 'North' } });
    expect(control.chooseServer('https://west.example.com')).toMatchObject({ error: { code: 'input.invalid' } });
    const removed = control.removeServer('https://gws.example.com');
    expect(removed).toMatchObject({ value: { profiles: [{ serverUrl: 'https://south.example.com' }] } });
    expect(control.undoRemoveServer()).toMatchObject({ ok: true, value: { name: 'North' } });
    expect(control.undoRemoveServer()).toMatchObject({ error: { code: 'input.invalid' } });
  });

  it('keeps further addresses with the first, in order', async () => {
    const { control, platform } = controlOnPaper();
    const otherUrls = ['https://gws2.example.com', 'https://dr.example.net'];
    await control.signIn(server({ otherUrls }));
    expect(control.profile().otherUrls).toEqual(otherUrls);
    expect(platform.asked[0]?.otherAddresses).toEqual(otherUrls);
  });

  it('does not use the further addresses of another server', () => {
    const { control, memory } = controlOnPaper('https://other.example.com');
    memory.write('profile', { serverUrl: 'https://gws.example.com', otherUrls: ['https://dr.example.net'] });
    expect(control.profile().otherUrls).toEqual([]);
  });

  it.each([
    ['the ones it was kept with', ['dr.example.net/'], true],
    ['fewer', [], true],
    ['the first once more', ['https://gws.example.com'], true],
    ['one it was not kept with', ['https://dr.example.net', 'https://gws.evil.example'], false],
  ])('uses the password for %s among the other addresses: %s, %s', async (_which, otherUrls, isHandedOut) => {
    const { control, platform } = controlOnPaper();
    await control.signIn(server({ rememberPassword: true, otherUrls: ['https://dr.example.net'] }));
    await control.signOut();
    const result = await control.signIn(server({ password: null, rememberPassword: true, otherUrls }));
    expect([result.ok, platform.asked.length]).toEqual([isHandedOut, isHandedOut ? 2 : 1]);
  });

  it('signs in with the stored password', async () => {
    const { control, platform, memory } = controlOnPaper();
    await control.signIn(server({ rememberPassword: true }));
    await control.signOut();
    expect(JSON.stringify([...memory.values])).not.toContain('secret');
    expect(control.profile().hasRememberedPassword).toBe(true);
    await control.signIn(server({ url: 'gws.example.com/', password: null, rememberPassword: true }));
    expect(platform.asked.at(-1)?.password).toBe('secret');
    expect(control.profile().hasRememberedPassword).toBe(true);
  });

  it.each([
    ['another address', { url: 'https://gws.evil.example' }],
    ['plain http', { url: 'http://gws.example.com' }],
    ['another user', { userName: 'kim' }],
  ])('never uses the password for %s', async (_what, changes) => {
    const { control, platform } = controlOnPaper();
    await control.signIn(server({ rememberPassword: true }));
    await control.signOut();
    expect(await control.signIn(server({ password: null, ...changes }))).toEqual(credentials);
    expect(platform.asked).toHaveLength(1);
  });

  it('deletes a password that the server refuses, and tries it only once', async () => {
    const { control, platform } = controlOnPaper();
    await control.signIn(server({ rememberPassword: true }));
    await control.signOut();
    platform.account.password = 'changed';
    expect(await control.signIn(server({ password: null, rememberPassword: true }))).toEqual(credentials);
    expect(control.profile().hasRememberedPassword).toBe(false);
    await control.signIn(server({ password: null, rememberPassword: true }));
    expect(platform.asked).toHaveLength(2);
  });

  it('deletes the password on request, or when it is no longer to be remembered', async () => {
    const { control } = controlOnPaper();
    await control.signIn(server({ rememberPassword: true }));
    await control.forgetPassword();
    expect(control.profile().hasRememberedPassword).toBe(false);
    await control.signOut();
    await control.signIn(server({ rememberPassword: true }));
    await control.signOut();
    await control.signIn(server({ rememberPassword: false }));
    expect(control.profile().hasRememberedPassword).toBe(false);
  });

  it('stores no password without a real secret store', async () => {
    const { control, secrets, memory } = controlOnPaper();
    secrets.real = false;
    await control.signIn(server({ rememberPassword: true }));
    expect(memory.read('password')).toBeUndefined();
    expect(control.profile()).toMatchObject({ secretStore: 'absent', hasRememberedPassword: false });
  });

  it('prefers the address of the command line', () => {
    const { control, memory } = controlOnPaper('https://other.example.com');
    memory.write('profile', { serverUrl: 'https://gws.example.com', userName: 'sam', nickname: '' });
    expect(control.profile().serverUrl).toBe('https://other.example.com');
  });

  it.each([null, 5, 'x', [], { serverUrl: 5 }])('ignores %j', (stored) => {
    const { control, memory } = controlOnPaper();
    memory.write('profile', stored);
    memory.write('password', stored);
    expect(control.profile()).toMatchObject({ serverUrl: '', userName: '', hasRememberedPassword: false });
  });
});

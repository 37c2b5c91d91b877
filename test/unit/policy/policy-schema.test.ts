import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isHostAllowed, isSignInHostAllowed, noPolicy } from '../../../main/policy/policy';
import { policySchemas, readPolicy } from '../../../main/policy/policy-schema';
import { allRights } from '../../../preload/contract/rights';

const source = '/etc/sightline/policy.json';
const read = (values: unknown) => readPolicy({ source, values });

describe('a policy', () => {
  it('that does not exist allows everything and fixes nothing', () => {
    expect(readPolicy(null)).toEqual(noPolicy);
  });

  it('fixes settings, takes rights away and limits the hosts', () => {
    const { state, settings, logLevel } = read({
      ...{ theme: 'dark', resumesWatches: 'never', mayBargeIn: false, logLevel: 'debug' },
      allowedHosts: ['gws.example.com', '*.example.org'],
      signInHosts: ['login.example.com'],
    });
    expect(state).toEqual({
      source,
      locked: ['theme', 'resumesWatches'],
      rights: { ...allRights, mayBargeIn: false },
      allowedHosts: ['gws.example.com', '*.example.org'],
      ...{ profiles: [], clientCertificates: [], negotiateHosts: [], updates: null },
      signInHosts: ['login.example.com'],
      problems: [],
    });
    expect(settings).toEqual({ theme: 'dark', resumesWatches: 'never' });
    expect(logLevel).toBe('debug');
  });

  it('names what it cannot use, and applies the rest', () => {
    const { state, settings } = read({
      ...{ theme: 'pink', density: 'compact', colour: 'red', mayCoach: 'no', watchGroups: [], __proto__x: 1 },
      allowedHosts: ['https://gws.example.com'],
    });
    expect(settings).toEqual({ density: 'compact' });
    expect(state.rights).toEqual(allRights);
    expect(state.problems).toEqual([
      { name: 'theme', reason: 'invalid' },
      { name: 'colour', reason: 'unknown' },
      { name: 'mayCoach', reason: 'invalid' },
      { name: 'watchGroups', reason: 'unknown' },
      { name: '__proto__x', reason: 'unknown' },
      { name: 'allowedHosts', reason: 'invalid' },
    ]);
  });

  it.each([[undefined], [null], ['policy'], [[]], [7]])('that is no list of values is unreadable: %j', (values) => {
    expect(read(values)).toEqual({
      ...noPolicy,
      state: { ...noPolicy.state, source, problems: [{ name: null, reason: 'unreadable' }] },
    });
  });

  it('takes 0 and 1 for booleans, as the registry has them', () => {
    expect(read({ mayCoach: 0, acceptsInvitations: 1 })).toMatchObject({
      state: { rights: { mayCoach: false }, problems: [] },
      settings: { acceptsInvitations: true },
    });
  });

  it('never throws, and loses no good value to a bad one', () => {
    const names = fc.constantFrom(...Object.keys(policySchemas), '__proto__', 'constructor', 'toString', '');
    fc.assert(
      fc.property(fc.array(fc.tuple(names, fc.jsonValue())), (entries) => {
        const values: unknown = JSON.parse(
          `{${[...entries, ['density', 'compact']].map((one) => `${JSON.stringify(one[0])}:${JSON.stringify(one[1])}`).join(',')}}`,
        );
        const { settings, state } = read(values);
        expect(settings.density).toBe('compact');
        const used = new Set([
          ...state.locked,
          ...Object.keys(allRights),
          'allowedHosts',
          'signInHosts',
          'logLevel',
          'clientCertificates',
          'negotiateHosts',
          'profiles',
        ]);
        const named = new Set(state.problems.map(({ name }) => name));
        for (const [name] of entries) expect(used.has(name as never) || named.has(name)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a profile', () => {
  const good = { name: 'North', server: 'https://gws.example.com/north', otherServers: ['https://gws2.example.com'] };
  const signOutPage = 'https://login.example.com/logout?from=gws';

  it('may name the page that ends the session at the identity provider', () => {
    const profiles = [{ ...good, singleSignOn: true, signOutPage }];
    expect(read({ profiles }).state).toMatchObject({ profiles, problems: [] });
  });

  it('is a named https server', () => {
    expect(read({ profiles: [good] }).state).toMatchObject({ profiles: [good], problems: [] });
    expect(read({}).state.profiles).toEqual([]);
  });

  it.each([
    [{ ...good, server: 'http://gws.example.com' }],
    [{ ...good, server: 'https://sam:secret@gws.example.com' }],
    [{ ...good, server: 'gws.example.com' }],
    [{ ...good, name: '' }],
    [{ ...good, password: 'secret' }],
  ])('is named as a problem if it is %j', (profile) => {
    expect(read({ profiles: [profile] }).state).toMatchObject({
      profiles: [],
      problems: [{ name: 'profiles', reason: 'invalid' }],
    });
  });
});

describe('an allowed host', () => {
  it.each([
    ['gws.example.com', true],
    ['GWS.Example.com.', true],
    ['a.example.org', true],
    ['example.org', false],
    ['badexample.org', false],
    ['gws.example.com.evil.example', false],
  ])('%s: %s', (host, isAllowed) => {
    expect(isHostAllowed({ allowedHosts: ['gws.example.com', '*.example.org'] }, host)).toBe(isAllowed);
  });

  it('is any without a list', () => {
    expect(isSignInHostAllowed({ signInHosts: null }, 'anywhere.example')).toBe(true);
    expect(isSignInHostAllowed({ signInHosts: ['login.example.com'] }, 'login.example.net')).toBe(false);
    expect(isHostAllowed({ allowedHosts: null }, 'anywhere.example')).toBe(true);
  });
});

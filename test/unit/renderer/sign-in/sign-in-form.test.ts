import { describe, expect, it } from 'vitest';
import type { SignInProfile } from '../../../../preload/contract';
import {
  canUseRemembered,
  completeAddress,
  fieldsFrom,
  hostOf,
  missingFields,
  problemFrom,
  targetFrom,
} from '../../../../renderer/features/sign-in/sign-in-form';

const profile: SignInProfile = {
  serverUrl: 'https://gws.example.com',
  userName: 'sam',
  hasRememberedPassword: true,
  secretStore: 'available',
  nickname: 'Sam',
  otherUrls: ['https://dr.example.net'],
};

describe('the sign-in, step by step', () => {
  it.each([
    ['gws.example.com', 'https://gws.example.com'],
    ['  gws.example.com:8443/ ', 'https://gws.example.com:8443/'],
    ['http://localhost:8090', 'http://localhost:8090'],
    ['', ''],
  ])('completes "%s" to "%s" and leaves a typed scheme alone', (typed, address) => {
    expect(completeAddress(typed)).toBe(address);
  });

  it('names the host of what was typed, or nothing', () => {
    expect([hostOf('gws.example.com:8443/x'), hostOf('https://'), hostOf('')]).toEqual([
      'gws.example.com:8443',
      null,
      null,
    ]);
  });

  it('prefers the address of the command line to the remembered one', () => {
    expect(fieldsFrom(profile, 'https://other.example.com').url).toBe('https://other.example.com');
  });

  it('uses a remembered password only for the account it belongs to', () => {
    const fields = fieldsFrom(profile, null);
    expect(canUseRemembered(fields, profile)).toBe(true);
    expect(canUseRemembered({ ...fields, url: 'evil.example.com' }, profile)).toBe(false);
    expect(missingFields({ ...fields, userName: 'ana' }, profile)).toEqual(['password']);
  });

  it('names what is missing in the order of the fields', () => {
    expect(missingFields(fieldsFrom(null, null), null)).toEqual(['url', 'userName', 'password']);
  });

  it('needs only the address for a single sign-on, and sends nothing else', () => {
    const fields = { ...fieldsFrom({ ...profile, usesSingleSignOn: true }, null), password: 'typed' };
    expect(fields.method).toBe('singleSignOn');
    expect(missingFields({ ...fields, url: '' }, profile)).toEqual(['url']);
    expect(missingFields(fields, profile)).toEqual([]);
    expect(targetFrom(fields)).toEqual({
      kind: 'singleSignOn',
      url: 'https://gws.example.com',
      otherUrls: ['https://dr.example.net'],
      nickname: 'Sam',
    });
  });

  it('asks main for the remembered password by sending none', () => {
    expect(targetFrom({ ...fieldsFrom(profile, null), url: 'gws.example.com', userName: ' sam ' })).toEqual({
      kind: 'server',
      url: 'https://gws.example.com',
      otherUrls: ['https://dr.example.net'],
      userName: 'sam',
      password: null,
      rememberPassword: true,
      nickname: 'Sam',
    });
  });

  it('completes the other addresses and leaves empty rows out', () => {
    const fields = { ...fieldsFrom(profile, null), otherUrls: ['dr.example.net', ' ', 'http://lab'] };
    expect(targetFrom(fields)).toMatchObject({ otherUrls: ['https://dr.example.net', 'http://lab'] });
  });

  it.each([
    [['dr.example.net'], true],
    [[], true],
    [['gws.example.com', ''], true],
    [['dr.example.net', 'evil.example.com'], false],
  ])('lets the remembered password stand in with the other addresses %j: %s', (otherUrls, isEnough) => {
    expect(canUseRemembered({ ...fieldsFrom(profile, null), otherUrls }, profile)).toBe(isEnough);
  });

  it('shows a problem of another address next to that address', () => {
    const values = { host: 'dr.example.net', address: 'http://dr.example.net' };
    expect(problemFrom({ code: 'server.insecure', values }, 'gws.example.com')).toMatchObject({
      field: 'otherUrls',
      address: 'http://dr.example.net',
    });
  });

  it('keeps spaces in a password', () => {
    expect(targetFrom({ ...fieldsFrom(profile, null), password: ' a b ' })).toMatchObject({ password: ' a b ' });
  });

  it('shows a refusal next to its field, with the host that the error names', () => {
    expect(problemFrom({ code: 'server.notFound', values: { host: 'a.example' } }, 'b.example')).toEqual({
      field: 'url',
      address: null,
      key: 'error.server_notFound',
      values: { host: 'a.example' },
      serverMessage: null,
      isNotice: false,
    });
    expect(problemFrom({ code: 'session.credentials' }, 'b.example').field).toBe('password');
    expect(problemFrom({ code: 'session.notSupervisor', serverMessage: 'No role' }, 'b.example')).toMatchObject({
      field: null,
      serverMessage: 'No role',
    });
  });
});

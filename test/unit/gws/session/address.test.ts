import { describe, expect, it } from 'vitest';
import { parseServerAddress, parseServerAddresses } from '../../../../main/gws/session/address';
import { basicAuthorization } from '../../../../main/gws/session/credentials';
import { createCsrfToken } from '../../../../main/gws/session/csrf-token';

describe('parseServerAddress', () => {
  it.each([
    ['gws.example.com', 'https://gws.example.com'],
    [' https://GWS.example.com/ ', 'https://gws.example.com'],
    ['https://gws.example.com:8090/api/v2/', 'https://gws.example.com:8090'],
    ['https://gws.example.com/cloud-web', 'https://gws.example.com/cloud-web'],
    ['https://gws.example.com/cloud-web/api', 'https://gws.example.com/cloud-web'],
    ['http://127.0.0.1:8090', 'http://127.0.0.1:8090'],
    ['http://localhost:8090/?x=1', 'http://localhost:8090'],
    ['http://[::1]:8090', 'http://[::1]:8090'],
    ['HTTPS://gws.example.com//api/V2///', 'https://gws.example.com'],
    ['https://gws.example.com/api/v2/me', 'https://gws.example.com/api/v2/me'],
    ['https://gws.example.com/web/api/', 'https://gws.example.com/web'],
    ['https://gws.example.com/web//api/v2', 'https://gws.example.com/web'],
    ['https://gws.example.com/web///api/v2', 'https://gws.example.com/web'],
    ['gws.example.com/https://web', 'https://gws.example.com/https://web'],
  ])('parses %s to %s', (typed, base) => expect(parseServerAddress(typed)).toEqual({ ok: true, value: base }));

  it.each(['http://localhost.evil.test', 'http://127.0.0.1.evil.test', 'http://10.0.0.1'])(
    'refuses %s, which would send the password in clear',
    (typed) => {
      expect(parseServerAddress(typed)).toMatchObject({ ok: false, error: { code: 'server.insecure' } });
    },
  );

  it.each([
    '',
    '   ',
    'https://',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'https://a b',
    'ftp://h',
    'https://sam@h',
    'https://:word@h',
  ])('refuses %s', (typed) => {
    expect(parseServerAddress(typed)).toMatchObject({ ok: false, error: { code: 'server.addressInvalid' } });
  });
});

describe('parseServerAddresses', () => {
  it('returns each address once, the first one first', () => {
    expect(parseServerAddresses('b.example', ['a.example', 'https://b.example/', 'c.example'])).toEqual({
      ok: true,
      value: ['https://b.example', 'https://a.example', 'https://c.example'],
    });
  });

  it('names the other address that is wrong, and not the first one', () => {
    expect(parseServerAddresses('a.example', ['b.example', 'http://c.example'])).toEqual({
      ok: false,
      error: { code: 'server.insecure', values: { host: 'c.example', address: 'http://c.example' } },
    });
    expect(parseServerAddresses('http://c.example', ['https://'])).toEqual({
      ok: false,
      error: { code: 'server.insecure', values: { host: 'c.example' } },
    });
  });
});

describe('basicAuthorization', () => {
  it.each([
    ['müller', 'gehe1m', 'latin1' as const],
    ['słowik', 'pass', 'utf8' as const],
  ])('encodes %s in the narrowest charset that holds it', (userName, password, charset) => {
    const written = Buffer.from(basicAuthorization({ userName, password }).slice(6), 'base64').toString(charset);
    expect(written).toBe(`${userName}:${password}`);
  });
});

describe('the CSRF token', () => {
  const response = (headers: Record<string, string>) => ({
    header: (name: string) => headers[name.toLowerCase()] ?? null,
  });

  it("is sent under the server's name with its newest value", () => {
    const token = createCsrfToken();
    token.capture(response({ 'x-csrf-header': 'X-Other-Token', 'x-other-token': 'one' }));
    token.capture(response({ 'x-csrf-header': 'X-Other-Token', 'x-other-token': 'two' }));
    token.capture(response({}));
    expect(token.headers()).toEqual({ 'X-Other-Token': 'two' });
  });

  it('is held until it is forgotten', () => {
    const token = createCsrfToken();
    const held = [token.isHeld];
    token.capture(response({ 'x-csrf-header': ' X-T ', 'x-t': ' one ' }));
    held.push(token.isHeld);
    expect(token.headers()).toEqual({ 'X-T': 'one' });
    token.forget();
    expect([...held, token.isHeld, token.headers()]).toEqual([false, true, false, {}]);
  });

  it.each([
    ['a long name', `X-${'a'.repeat(61)}`, 'one'],
    ['a name without letters', 'X-', 'one'],
    ['a name that only ends like one', 'AX-T', 'one'],
    ['a name that only begins like one', 'X-T T', 'one'],
    ['an empty value', 'X-T', ' '],
    ['a long value', 'X-T', 'a'.repeat(1_025)],
    ['a value with a space', 'X-T', 'a b'],
  ])('is not taken with %s', (_case, name, value) => {
    const token = createCsrfToken();
    token.capture(response({ 'x-csrf-header': name, [name.toLowerCase()]: value }));
    expect(token.headers()).toEqual({});
  });

  it('cannot overwrite or split a header', () => {
    const token = createCsrfToken();
    token.capture(response({ 'x-csrf-header': 'Authorization', authorization: 'x' }));
    token.capture(response({ 'x-csrf-header': 'Cookie', cookie: 'x' }));
    token.capture(response({ 'x-csrf-header': 'X-T', 'x-t': 'a\r\nEvil: b' }));
    expect(token.headers()).toEqual({});
  });
});

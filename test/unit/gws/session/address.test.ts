import { describe, expect, it } from 'vitest';
import { parseServerAddress } from '../../../../main/gws/session/address';
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
  ])('parses %s to %s', (typed, base) => expect(parseServerAddress(typed)).toEqual({ ok: true, value: base }));

  it.each(['http://localhost.evil.test', 'http://127.0.0.1.evil.test', 'http://10.0.0.1'])(
    'refuses %s, which would send the password in clear',
    (typed) => {
      expect(parseServerAddress(typed)).toMatchObject({ ok: false, error: { code: 'server.insecure' } });
    },
  );

  it.each(['', '   ', 'https://', 'javascript:alert(1)', 'file:///etc/passwd', 'https://a b'])(
    'refuses %s',
    (typed) => {
      expect(parseServerAddress(typed)).toMatchObject({ ok: false, error: { code: 'server.addressInvalid' } });
    },
  );
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

  it('cannot overwrite or split a header', () => {
    const token = createCsrfToken();
    token.capture(response({ 'x-csrf-header': 'Authorization', authorization: 'x' }));
    token.capture(response({ 'x-csrf-header': 'Cookie', cookie: 'x' }));
    token.capture(response({ 'x-csrf-header': 'X-T', 'x-t': 'a\r\nEvil: b' }));
    expect(token.headers()).toEqual({});
  });
});

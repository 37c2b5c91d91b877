import { describe, expect, it } from 'vitest';
import { askedCharset, basicAuthorization } from '../../../../main/gws/session/credentials';
import { FakeConsole } from '../../../support/gws/fake-console';

const credentials = { userName: 'jörg', password: 'Straße7' };
const challenge = { 'www-authenticate': 'Basic realm="gws", charset="UTF-8"' };
const headerIn = (charset: 'latin1' | 'utf8'): string => basicAuthorization(credentials, charset);

async function signInTo(console: FakeConsole): Promise<void> {
  const signingIn = console.genesys.signIn(credentials);
  await console.pass(0);
  await signingIn;
}

describe('credentials outside ASCII', () => {
  it('are sent in UTF-8, once, when the server asks for it', async () => {
    const console = new FakeConsole();
    console.server.trap('/me', { answer: { status: 401, headers: challenge } });
    await signInTo(console);
    const sent = console.server.seen.flatMap(({ authorization }) => authorization ?? []);
    expect(sent).toEqual([headerIn('utf8')]);
  });

  it('are sent in UTF-8 the second time when only the refusal asks for it', async () => {
    const console = new FakeConsole();
    console.server.trapWhere((request) => request.headers['Authorization'] === headerIn('latin1'), {
      answer: { status: 401, headers: challenge },
    });
    await signInTo(console);
    const sent = console.server.seen.flatMap(({ authorization }) => authorization ?? []);
    expect(sent).toEqual([headerIn('latin1'), headerIn('utf8')]);
  });

  it('are sent in Latin-1 when the server asks for nothing', async () => {
    const console = new FakeConsole();
    await signInTo(console);
    const sent = console.server.seen.flatMap(({ authorization }) => authorization ?? []);
    expect(sent).toEqual([headerIn('latin1')]);
  });
});

describe('askedCharset', () => {
  it.each([
    ['Basic realm="gws", charset="UTF-8"', 'utf8'],
    ['basic realm=gws, charset=utf-8', 'utf8'],
    ['Basic realm="gws", charset = "UTF-8"', 'utf8'],
    ['Negotiate, Basic realm="a, b", charset="UTF-8"', 'utf8'],
    ['Basic realm="gws"', null],
    ['Digest realm="gws", charset=UTF-8', null],
    [null, null],
  ])('reads %s', (header, expected) => {
    expect(askedCharset(header)).toBe(expected);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redact, createRedactingSink } from '../../../main/diagnostics/redaction';
import { redactText } from '../../../main/diagnostics/redact-text';
import { createLogger, type LogLine } from '../../../main/base/log';

const line = (facts: Record<string, unknown>, message = 'said'): LogLine => ({
  level: 'warn',
  scope: 'test',
  message,
  facts,
});
const written = (facts: Record<string, unknown>): string => JSON.stringify(redact(line(facts)).facts);

describe('redactText', () => {
  it.each([
    ['Authorization: Basic c29maWE6aHVudGVyMg==', 'Authorization: [removed]'],
    ['{"authorization":"Bearer eyJhbGciOi.J9.abc"}', '{"authorization":[removed]}'],
    ['sent Bearer abcDEF123456 to it', 'sent Bearer [removed] to it'],
    ['Cookie: JSESSIONID=sngukrzem; BAYEUX_BROWSER=1a2b', 'Cookie: [removed]'],
    ['set-cookie: AWSELB=AB; Path=/', 'set-cookie: [removed]'],
    ['JSESSIONID=sngukrzemiyxchpu5isbufmm; Path=/', 'JSESSIONID=[removed]; Path=/'],
    ['BAYEUX_BROWSER="x y"', 'BAYEUX_BROWSER=[removed]'],
    ['X-CSRF-TOKEN: 4a92be65-ec55-4aa2-b9df-9518fd870f2f', 'X-CSRF-TOKEN: [removed]'],
    ['password=hunter2&user=x', 'password=[removed]'],
    ['{"password": "hun\'ter 2"}', '{"password": [removed]}'],
    ['write to Theo.Brandt+orders@mail.example.co.uk now', 'write to [email] now'],
    ['jürgen@müller.de', '[email]'],
    ['call +49 (151) 234-567 89 today', 'call [number] today'],
    ['call 030/1234567', 'call [number]'],
    ['card 4111 1111 1111 1111', 'card [number]'],
    ['card 4111-1111-1111-1111.', 'card [number].'],
    ['IBAN DE89 3704 0044 0532 0130 00', 'IBAN [number]'],
    ['de89370400440532013000', '[number]'],
    ['https://sofia:pw@gws.example.com:8443/api/v2/me/chats/0001Da9PFC93000S?x=1#y', '[url]/api/v2/me/chats/…000S'],
    [
      'see http://gws.internal/api/v2/users/90cc5439ff6848748e5e67811273f266, then',
      'see [url]/api/v2/users/…f266, then',
    ],
    ['wss://gws.example.com/api/v2/notifications', '[url]/api/v2/notifications'],
    ['https://x.test/people/theo%40mail.test/a', '[url]/people/[segment]/a'],
    ['getaddrinfo ENOTFOUND gws.example.com', 'getaddrinfo ENOTFOUND [host]'],
    ['connect ECONNREFUSED 10.20.30.40:8090', 'connect ECONNREFUSED [host]'],
    ['/home/sofia/.config/Sightline/settings.json', '~/.config/Sightline/settings.json'],
    ['/Users/sofia/Library/Logs', '~/Library/Logs'],
    ['C:\\Users\\Sofia\\AppData\\x.log', '~\\AppData\\x.log'],
    ['at run (file:///home/sofia/app/main/index.js:10:5)', 'at run (~/app/main/index.js:10:5)'],
    ['chat 0001Da9PFC93000S went', 'chat …000S went'],
    ['participant 00AF5367D3D0000B', 'participant …000B'],
    ['{"text":"I want my \\"money\\" back","nickname":"Theo"}', '{"text":"[removed]","nickname":"[removed]"}'],
    [`Unexpected token 'I', "I want my m"... is not valid JSON`, `Unexpected token 'I', [removed] is not valid JSON`],
  ])('%s', (nasty, safe) => {
    expect(redactText(nasty)).toBe(safe);
  });

  it.each([
    'on 2026-11-22 at 17:05:03.120 nothing fell',
    'Missing or invalid Csrf token',
    'Basic needs no word more',
    'took 1250 ms for 42 chats',
    'TypeError: Cannot read properties of undefined',
    'at Ledger.apply (~/app/out/main/index.js:1204:17)',
    'Sightline 0.1.0 on Electron 45.4.1',
  ])('does not change harmless text: %s', (plain) => {
    expect(redactText(plain)).toBe(plain);
  });

  it('handles text of any length and shape in the time of a test', () => {
    const hostile = [
      'a'.repeat(60_000),
      '@'.repeat(60_000),
      '1 '.repeat(30_000),
      '"text":"'.repeat(8_000),
      'https://'.repeat(8_000),
    ];
    for (const text of [
      ...hostile,
      'a.'.repeat(30_000),
      'DE12 '.repeat(12_000),
      `a@${'b.'.repeat(30_000)}`,
      'session'.repeat(9_000),
    ]) {
      expect(redactText(text).length).toBeLessThan(20_000);
    }
  });
});

describe('redacted facts', () => {
  it('lose texts and names of people, at any depth', () => {
    const chat = {
      chatId: '0001Da9PFC93000S',
      customerName: 'Theo Brandt',
      entries: [{ index: 3, text: 'where is my order', author: { nickname: 'Theo' } }],
      userData: { Order: '4711' },
      transcript: new Map([['last', { text: 'thanks', at: 1_763_830_000_000 }]]),
    };
    expect(redact(line({ chat, mode: 'coach', count: 2, isLive: true, nothing: null })).facts).toEqual({
      chat: {
        chatId: '…000S',
        customerName: '[removed]',
        entries: [{ index: 3, text: '[removed]', author: { nickname: '[removed]' } }],
        userData: '[removed]',
        transcript: { last: { text: '[removed]', at: 1_763_830_000_000 } },
      },
      mode: 'coach',
      count: 2,
      isLive: true,
      nothing: null,
    });
  });

  it.each([
    'password',
    'X-CSRF-TOKEN',
    'Set-Cookie',
    'sessionId',
    'JSESSIONID',
    'proxyAuthorization',
    'api_key',
    'first name',
  ])('under %s are removed', (key) => {
    expect(redact(line({ [key]: 'canary' })).facts).toEqual({ [key]: '[removed]' });
  });

  it('keep kind, place and cause of an error', () => {
    const root = new TypeError('no answer from https://gws.example.com/api/v2/me for sofia@example.com');
    const error = Object.assign(new Error('could not send', { cause: root }), { code: 'E_SEND', text: 'hello Theo' });
    const { cause } = redact(line({ cause: error })).facts as { cause: Record<string, unknown> };
    expect(cause).toMatchObject({
      name: 'Error',
      message: 'could not send',
      code: 'E_SEND',
      text: '[removed]',
      cause: { name: 'TypeError', message: 'no answer from [url]/api/v2/me for [email]' },
    });
    expect((cause['stack'] as string[])[0]).toMatch(/^at .*redaction\.test\.ts:\d+:\d+/);
  });

  it('keep nothing of the message in the stack', () => {
    const error = new Error('refund for Theo\nat once, my card is 4111111111111111');
    const { cause } = redact(line({ cause: error })).facts as { cause: { stack: string[] } };
    expect(cause.stack.join('\n')).not.toMatch(/Theo|4111/);
  });

  it('survive any value', () => {
    const circular: Record<string, unknown> = { step: 1 };
    circular['again'] = circular;
    const revoked = Proxy.revocable({}, {});
    revoked.revoke();
    const deep = Array.from({ length: 30 }).reduce<unknown>((inner) => ({ inner }), 'bottom');
    const odd = {
      circular,
      revoked: revoked.proxy,
      trap: { get boom(): never { throw new Error('no') }, calm: 1 }, // prettier-ignore
      bytes: Buffer.from('secret words'),
      typed: new Uint32Array(4),
      buffer: new ArrayBuffer(9),
      big: 4_111_111_111_111_111n,
      card: 4_111_111_111_111_111,
      call: () => 'secret',
      mark: Symbol('secret'),
      day: new Date(Date.UTC(2026, 0, 5)),
      noDay: new Date(Number.NaN),
      url: new URL('https://sofia:pw@gws.example.com/api/v2/me?x=1'),
      set: new Set(['a@b.example']),
      many: Array.from({ length: 60 }, (_, at) => at),
      several: new AggregateError([new Error('one@two.example')], 'both'),
      deep,
      nothing: undefined,
    };
    const { facts } = redact(line(odd));
    expect(facts).toMatchObject({
      circular: { step: 1, again: '[circular]' },
      revoked: '[unreadable]',
      trap: { boom: '[unreadable]', calm: 1 },
      bytes: '[binary, 12 bytes]',
      typed: '[binary, 16 bytes]',
      buffer: '[binary, 9 bytes]',
      big: '[number]',
      card: '[number]',
      call: '[function]',
      mark: '[symbol]',
      day: '2026-01-05T00:00:00.000Z',
      noDay: 'Invalid Date',
      url: '[url]/api/v2/me',
      set: ['[email]'],
      several: { errors: [{ message: '[email]' }] },
    });
    expect((facts['many'] as unknown[]).at(-1)).toBe('[10 more]');
    expect(JSON.stringify(facts)).not.toMatch(/secret|bottom/);
  });

  it('may repeat an object that does not contain itself', () => {
    const shared = { step: 1 };
    expect(redact(line({ one: shared, two: shared })).facts).toEqual({ one: { step: 1 }, two: { step: 1 } });
  });

  it('never contain a canary, wherever it is', () => {
    const canary = fc.constantFrom(
      'theo.brandt@mail.example',
      '+49 151 23456789',
      '4111 1111 1111 1111',
      'DE89370400440532013000',
      'https://sofia:pw@gws.canary.example/x?token=abc',
      'Basic c29maWE6aHVudGVyMg==',
      'JSESSIONID=canary5isbufmm',
      '/home/canary/x',
    );
    const telltale = /theo|23456789|4111|3704|canary|hunter|c29maWE|sofia/;
    const before = fc.constantFrom('', 'failed for ', '(', '"', 'x=', '\n');
    const place = fc.constantFrom<(text: string) => Record<string, unknown>>(
      (text) => ({ reason: text }),
      (text) => ({ list: [[text]] }),
      (text) => ({ cause: new Error(text, { cause: text }) }),
      (text) => ({ map: new Map([[text, text]]) }),
      (text) => ({ [text]: 1 }),
      (text) => ({ chatId: text }),
    );
    fc.assert(
      fc.property(canary, before, place, (secret, lead, put) => {
        expect(written(put(`${lead}${secret} end`))).not.toMatch(telltale);
      }),
      { numRuns: 500 },
    );
  });

  it('are JSON for any value, without a throw', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.anything({ withBigInt: true, withMap: true, withSet: true, withDate: true })),
        (facts) => {
          expect(() => written(facts)).not.toThrow();
        },
      ),
    );
  });
});

describe('createRedactingSink', () => {
  it('passes the entry redacted, and as one line', () => {
    const lines: LogLine[] = [];
    const log = createLogger(
      'stream',
      createRedactingSink((safe) => lines.push(safe)),
    );
    log.info('lost a@b.example\r\n2026 error [fake] all is well \u202e', { attempt: 3 });
    expect(lines).toEqual([
      {
        level: 'info',
        scope: 'stream',
        message: 'lost [email] 2026 error [fake] all is well  ',
        facts: { attempt: 3 },
      },
    ]);
  });

  it('drops facts that cannot be read', () => {
    const revoked = Proxy.revocable<Record<string, unknown>>({}, {});
    revoked.revoke();
    expect(redact(line(revoked.proxy)).facts).toEqual({});
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messageSpans } from '../../../../renderer/domain/message-spans';
import type { LinkSpan } from '../../../../renderer/domain/message-spans';

function linksIn(text: string): LinkSpan[] {
  return messageSpans(text).filter((span) => span.kind === 'link');
}

describe('messageSpans', () => {
  it('finds addresses with and without a scheme', () => {
    expect(
      linksIn('see https://northbank.example/s/8812, or www.northbank.com/help.').map(({ text, url }) => [text, url]),
    ).toEqual([
      ['https://northbank.example/s/8812', 'https://northbank.example/s/8812'],
      ['www.northbank.com/help', 'https://www.northbank.com/help'],
    ]);
  });

  it('shows http but does not open it', () => {
    expect(linksIn('http://old.example.com/a')).toMatchObject([{ canOpen: false, host: 'old.example.com' }]);
  });

  it.each([
    'javascript:alert(1)',
    'javascript://example.com/%0aalert(1)',
    'data:text/html,hello',
    'file:///etc/passwd',
    'ftp://example.com/x',
    'vbscript:x',
    'mail me at kim@example.com',
    'https://bank.example.com@evil.example.net/',
    'https://user:secret@example.com',
    'https://exa\u202emple.com/moc',
    '\\\\server\\share',
  ])('makes no link of %s', (text) => {
    expect(linksIn(text)).toEqual([]);
  });

  it('tells the real host of letters that only look alike', () => {
    expect(linksIn('https://аpple.com/login')).toMatchObject([{ host: 'xn--pple-43d.com', isDisguised: true }]);
    expect(linksIn('https://apple.com/login')).toMatchObject([{ host: 'apple.com', isDisguised: false }]);
  });

  it('shows what steers the direction of text as a piece of its own', () => {
    expect(messageSpans('pay \u202etxt.exe')).toEqual([
      { kind: 'text', text: 'pay ' },
      { kind: 'mark', text: '\u202e', name: 'RLO' },
      { kind: 'text', text: 'txt.exe' },
    ]);
  });

  it('leaves families and Persian joiners whole', () => {
    expect(messageSpans('👩‍👩‍👧 می‌خواهم')).toEqual([{ kind: 'text', text: '👩‍👩‍👧 می‌خواهم' }]);
  });

  it('gives back exactly the text it was given, whatever it is', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.webUrl(),
      fc.constantFrom('\u202e', '\u2066', '\u0000', 'https://', 'www.', '😀', ' ', '\n', 'مرحبا', '<b>'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const spans = messageSpans(text);
        expect(spans.map((span) => span.text).join('')).toBe(text);
        for (const span of spans) if (span.kind === 'link') expect(new URL(span.url).protocol).toMatch(/^https?:$/u);
      }),
    );
  });

  it('comes to an end on the longest of messages made to slow it down', () => {
    const hostile = [
      'a.'.repeat(10_000),
      'http://'.repeat(2_800),
      `${'x'.repeat(19_000)}.com`,
      'https://a.b/('.repeat(1_500),
    ];
    for (const text of hostile) {
      expect(
        messageSpans(text)
          .map((span) => span.text)
          .join(''),
      ).toBe(text);
    }
  });
});

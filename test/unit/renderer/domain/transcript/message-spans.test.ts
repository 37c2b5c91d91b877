import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messageSpans } from '../../../../../renderer/domain/transcript/message-spans';
import type { LinkSpan } from '../../../../../renderer/domain/transcript/message-spans';

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

  it('shows the real host of letters that look alike', () => {
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

  it.each([
    ['https://аррӏе.com/xn--80ak6aa92e.com', true],
    ['https://аррӏе.com/?to=xn--80ak6aa92e.com', true],
    ['https://xn--80ak6aa92e.com/', false],
    ['https://Apple.com:8443/', false],
  ])('compares host with host: %s', (text, isDisguised) => {
    expect(linksIn(text)).toMatchObject([{ isDisguised }]);
  });

  it.each([
    ['请看https://example.com。谢谢', 'example.com'],
    ['（https://example.com/a）', 'example.com'],
    ['「https://example.com」と', 'example.com'],
    ['https://example.com，再见', 'example.com'],
    ['“https://example.com”', 'example.com'],
  ])('ends a link at the punctuation of %s', (text, host) => {
    expect(linksIn(text).map((link) => link.host)).toEqual([host]);
    expect(linksIn(text)[0]?.text).toMatch(/^https:\/\/example\.com(?:\/a)?$/u);
  });

  it('finds each of two links with a comma of that script between them', () => {
    expect(linksIn('https://a.example、https://b.example').map((link) => link.host)).toEqual([
      'a.example',
      'b.example',
    ]);
  });

  it.each([
    ['RLO', '\u202e'.repeat(16_000), 16_000],
    ['↵', '\n'.repeat(1_000), 1_000],
    ['␣', ' '.repeat(5_000), 5_000],
    ['U+0301', '\u0301'.repeat(3_000), 3_000],
  ])('makes one piece of a flood of %s', (name, flood, count) => {
    expect(messageSpans(`a${flood}b`)).toEqual([
      { kind: 'text', text: 'a' },
      { kind: 'mark', text: flood, name, count },
      { kind: 'text', text: 'b' },
    ]);
  });

  it.each([
    ['links', 'a.io '.repeat(3_990)],
    ['marks in turns', 'a\u202eb\u202d'.repeat(4_000)],
    ['floods in turns', `a${'\n'.repeat(8)}`.repeat(1_700)],
  ])('makes few pieces of thousands of %s, the rest of them without effect', (_what, text) => {
    const spans = messageSpans(text);
    expect(spans.length).toBeLessThanOrEqual(200);
    expect(spans.map((span) => span.text).join('')).toBe(text);
    const rest = spans.at(-1);
    expect(rest?.kind === 'rest' && /[\u202a-\u202e]|\n{3}/u.test(rest.shown)).toBe(false);
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

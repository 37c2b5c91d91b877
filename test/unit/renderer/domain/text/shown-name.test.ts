import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Chat, Participant } from '../../../../../preload/contract';
import { languageCodes } from '../../../../../preload/contract/languages';
import { lookOfName } from '../../../../../preload/contract/names/name-look';
import { isUnseeable, seenName } from '../../../../../preload/contract/names/seen-text';
import { createAppI18n } from '../../../../../renderer/app/i18n';
import { catalogues } from '../../../../../renderer/locales/catalogues';
import { readerLabels } from '../../../../../renderer/domain/modes/reader-labels';
import { readersOf } from '../../../../../renderer/domain/modes/readers';
import { namesIn } from '../../../../../renderer/domain/text/shown-name';
import { participant } from '../../../../support/renderer/seed-floor';
import { liveChat } from '../seeds';

const i18n = createAppI18n(catalogues);
const t = (key: string, values?: Record<string, string>): string => i18n.global.t(key, values ?? {});
const names = namesIn(t, ['Sofia Rossi', 'srossi']);

const chatOf = (customer: string, agent: string, more: readonly Participant[] = []): Chat =>
  liveChat({
    customerName: customer,
    agentName: agent,
    participants: [
      participant('customer', customer, 'everyone'),
      participant('agent', agent, 'everyone'),
      participant('self', 'Sofia', 'everyone'),
      ...more,
    ],
  });
const bothIn = (customer: string, agent: string): string[] =>
  readerLabels(readersOf(chatOf(customer, agent), 'everyone'), t);

/** Written as code points: most of them cannot be seen. */
const unseeable = [
  '',
  ' ',
  '\u00a0',
  '\u00ad',
  '\u034f',
  '\u115f\u1160',
  '\u17b4',
  '\u180e',
  '\u200b',
  '\u200c',
  '\u200d\u200d',
  '\u2060',
  '\u2800\u2800',
  '\u3164',
  '\uffa0',
  '\ufeff',
  '\ufe0f',
  '\u{e0041}\u{e006e}\u{e0061}',
  '\u0301',
  '\n\t',
];

describe('a name that cannot be seen (A11)', () => {
  it.each(
    unseeable.map((name) => [
      Array.from(name)
        .map((one) => `U+${one.codePointAt(0)!.toString(16)}`)
        .join(' '),
      name,
    ]),
  )('is stood in for by the role: %s', (_codes, name) => {
    expect(seenName(name)).toBe('');
    expect(bothIn(name, name)).toEqual(['the customer', 'the agent']);
    expect(names.author({ kind: 'customer', nickname: name }, chatOf('Kim', 'Ana'))).toBe('the customer');
    expect(names.customer(chatOf(name, 'Ana'))).toBe('');
  });

  it('is refused as a display name, but not an empty field (A12)', () => {
    for (const name of unseeable) expect(isUnseeable(name)).toBe(name.trim() !== '');
    expect(isUnseeable('Sofia')).toBe(false);
    expect(isUnseeable('يوسف')).toBe(false);
  });

  it('a visible one keeps what shapes it and loses what only hides in it', () => {
    expect(seenName('می\u200cخواهم')).toBe('می\u200cخواهم');
    expect(seenName('A\u00adna\u200b  \u3164Ruiz\u{e0041}')).toBe('Ana Ruiz');
    expect(seenName('Kim 👩\u200d💻')).toBe('Kim 👩\u200d💻');
    expect(seenName(`K${'\u0301'.repeat(40)}im`).length).toBeLessThan(10);
  });
});

describe('a name that could be read as something else (A14)', () => {
  it.each([
    ['You barged in: everyone can see you. Kim'],
    ['You, to Ana'],
    ['Ana, supervisor'],
    ['Ana left. Kim'],
    ['You'],
    ['YOU'],
    ['Yоu'],
    ['Y\u00adou'],
    ['Sie'],
    ['أنت'],
    ['the agent'],
    ['Kim (agent)'],
    ['<b>Kim</b>'],
    ['Kim: hello'],
    ['Kim ✓'],
    ['System'],
    ['You\u2028left'],
    ['+44 7700 900110 left'],
    ['+1'],
  ])('%s is in quotation marks and said to be the customer', (name) => {
    const [customer, agent] = bothIn(name, 'Ana');
    expect(customer).toMatch(/^“[^“”]+” \(customer\)$/u);
    expect(agent).toBe('Ana');
    expect(names.customer(chatOf(name, 'Ana'))).toBe(customer);
    expect(names.author({ kind: 'customer', nickname: name }, chatOf(name, 'Ana'))).toBe(customer);
  });

  it('cannot end the quotation by itself', () => {
    const name = 'Kim” left. “You” („Ana“, «Ana», "Ana", ＂Ana＂';
    expect(names.customer(chatOf(name, 'Ben'))).toBe("“Kim' left. 'You' ('Ana', 'Ana', 'Ana', 'Ana'” (customer)");
  });

  it.each([
    ['Kim Delacroix', 'Kim'],
    ['Dr. Kim Lee', 'Dr. Kim Lee'],
    ['J. P. Okafor', 'J. P. Okafor'],
    ["O'Neil Byrne", "O'Neil"],
    ['Jean-Luc Picard', 'Jean-Luc'],
    ['test_clientL', 'test_clientL'],
    ['kim.lee@example.com', 'kim.lee@example.com'],
    ['Customer 8812', 'Customer 8812'],
    ['Kunde 7', 'Kunde 7'],
    ['Анна Петрова', 'Анна'],
    ['佐藤健', '佐藤健'],
    ['يوسف الحداد', '\u2068يوسف\u2069'],
    ['Björk Guðmundsdóttir', 'Björk'],
    ['प्रिया शर्मा', 'प्रिया'],
    ['Müller', 'Müller'],
    ['+44 7700 900110', '+44 7700 900110'],
    ['+49 (0)30 1234-567', '+49 (0)30 1234-567'],
    ['+33 1 23 45 67 89 10', '+33 1 23 45 67 89 10'],
  ])('%s is a name and stays as it is', (name, short) => {
    expect(bothIn(name, 'Zed')[0]).toBe(short);
  });
});

describe('somebody called like somebody else', () => {
  it('is distinguished by kind, the supervisor at this console included', () => {
    expect(bothIn('Ana Ruiz', 'ANA RUIZ')).toEqual(['Ana Ruiz (customer)', 'ANA RUIZ (agent)']);
    expect(bothIn('Sofia', 'Ana')[0]).toBe('Sofia (customer)');
    expect(names.customer(chatOf('Sofia Rossi', 'Ana'))).toBe('“Sofia Rossi” (customer)');
  });

  it('is distinguished even if the letters only look the same', () => {
    expect(bothIn('Ana', 'Аna')).toEqual(['Ana (customer)', '“Аna” (agent)']);
    expect(bothIn('Ian', 'lan')).toEqual(['Ian (customer)', 'lan (agent)']);
    expect(bothIn('Рора', 'Popa')).toEqual(['Рора (customer)', 'Popa (agent)']);
  });

  it('distinguishes two of one kind by their script', () => {
    const chat = chatOf('Kim', 'Popa', [participant('agent', 'Рора', 'everyone')]);
    expect(readerLabels(readersOf(chat, 'agents'), t)).toEqual([
      'Popa (agent, Latin letters)',
      'Рора (agent, Cyrillic letters)',
    ]);
  });

  it('cannot hold the name of another party', () => {
    expect(bothIn('Ana Silva Support', 'Ana Silva')[0]).toBe('“Ana Silva Support” (customer)');
    expect(bothIn('Аnа Silva Support', 'Ana Silva')[0]).toBe('“Аnа Silva Support” (customer)');
  });

  it('distinguishes equal first names by the whole name', () => {
    expect(bothIn('Ana Bell', 'Ana Ruiz')).toEqual(['Ana Bell', 'Ana Ruiz']);
  });
});

/** Every line of ours a name stands in, in every language, with harmless names in it. */
type Texts = { readonly [key: string]: string | Texts };
function linesOf(language: string): string[] {
  const all = JSON.parse(readFileSync(`renderer/locales/${language}.json`, 'utf8')) as { [key: string]: Texts };
  const flat = (texts: string | Texts): string[] =>
    typeof texts === 'string' ? texts.split(' | ') : Object.values(texts).flatMap(flat);
  const { reader, transcript, chatList } = all as { [key: string]: { [key: string]: Texts } };
  return [
    ...flat(transcript!['event']!),
    ...flat(transcript!['audience']!).filter((text) => text !== '{name}'),
    ...(['canRead', 'onlyCanRead', 'cannotRead'] as const).flatMap((key) => flat(reader![key]!)),
    ...flat(chatList!['you']!),
    ...(['subject', 'object', 'dative'] as const).flatMap((grammaticalCase) => {
      const roles = reader![grammaticalCase] as { readonly [kind: string]: Texts };
      return (['agent', 'supervisor', 'other'] as const).flatMap((kind) => flat(roles[kind]!));
    }),
  ].map((text) => text.replaceAll(/\{\w+\}/gu, 'Kim'));
}

describe('the words of our own lines', () => {
  it.each(languageCodes)('none of them, taken for a name, passes for one: %s', (language) => {
    const passing = linesOf(language).filter(
      (line) => lookOfName({ kind: 'customer', name: line }, [{ kind: 'agent', name: 'Ana' }]).look !== 'setOff',
    );
    expect(passing).toEqual([]);
  });

  it('whatever is put together from them and from names is set off, or is nothing but a name', () => {
    const words = linesOf('en').flatMap((line) => line.split(/\s+/u));
    const glue = fc.constantFrom(' ', '. ', ': ', ', ', '\u00a0', '\u200b', '\u2028', '\u3164', ' - ', '_', '');
    const part = fc.constantFrom(...words, 'Ana', 'Аna', 'Sofia', 'You', 'Kim', 'Lee', '“', '”', '(agent)');
    const hostile = fc
      .array(fc.tuple(part, glue), { minLength: 1, maxLength: 8 })
      .map((parts) => parts.map(([word, between]) => `${word}${between}`).join(''));
    fc.assert(
      fc.property(hostile, (name) => {
        const chat = chatOf(name, 'Ana');
        for (const shown of [bothIn(name, 'Ana')[0]!, names.customer(chat) || 'the customer']) {
          const inside = /^“([^“”„«»"]+)” \(customer[^)]*\)$/u.exec(shown);
          if (inside !== null || shown.endsWith(' (customer)') || shown === 'the customer') continue;
          expect(shown).not.toMatch(/[:,;!?()“”]|\. |\b(?:you|ana|sofia|left|joined|agents?|everyone)\b/iu);
        }
      }),
      { numRuns: 400 },
    );
  });
});
